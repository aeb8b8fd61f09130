import { Button, Group, SegmentedControl, Tabs, Text } from "@mantine/core";
import { IconCheck, IconCoins, IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { ObjectList } from "@/features/core/list/ObjectList";
import type { List } from "@/features/core/list/useList";
import { useDone } from "@/features/core/useDone";
import { TimeChart } from "@/ui/chart/TimeChart";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import type { Condition } from "@/ui/list/types";
import { PageBody } from "@/ui/PageBody";
import type { PartProps } from "@/ui/shell/parts";
import { useCreate } from "@/ui/shell/useCreate";
import { toast } from "@/ui/toast";
import { ACCENT, GOOD, QUIET } from "../flow/flow";
import { BudgetTable } from "./BudgetTable";
import { type Budget, budgetQuery, curves, type Unit } from "./budgets";
import { MonthTable } from "./MonthTable";
import { PartTable } from "./PartTable";

const PARTS = ["overview", "budget_line", "cost_line"] as const;
type PartName = (typeof PARTS)[number];
const COLUMNS = {
  budget_line: ["title", "phase", "amount", "hours", "approved", "approved_by", "reason"],
  cost_line: ["title", "item", "category", "state", "on", "planned", "amount", "reference"],
};
const NO_CELLS = {};

/** What a project may cost, what it was to, what it did and what it will: by phase and month. */
export default function BudgetPanel({ id }: PartProps) {
  const { t } = useTranslation();
  const { data: budget, error } = useQuery(budgetQuery(id));
  const [part, setPart] = useState<PartName>("overview");
  if (error && !budget) return <ErrorState title={error.title} detail={error.detail} />;
  if (!budget) return <LoadingState />;
  return (
    <PageBody>
      {budget.can.edit && (
        <Tabs
          variant="pills"
          my="md"
          value={part}
          onChange={(next) => setPart(PARTS.find((each) => each === next) ?? "overview")}
        >
          <Tabs.List>
            {PARTS.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {t(`budget.parts.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      )}
      {part === "overview" ? (
        <Overview id={id} budget={budget} />
      ) : (
        <Lines key={part} id={id} kind={part} />
      )}
    </PageBody>
  );
}

function Overview({ id, budget }: { id: string; budget: Budget }) {
  const { t } = useTranslation();
  const [wanted, setUnit] = useState<Unit>("money");
  const unit = budget.money ? wanted : "hours";
  if (budget.phases.length === 0)
    return <EmptyState icon={IconCoins} sentence={t("budget.empty")} />;
  return (
    <>
      <Group justify="space-between" my="md">
        {budget.money ? (
          <SegmentedControl
            size="xs"
            aria-label={t("budget.unit")}
            value={unit}
            onChange={(next) => setUnit(next === "hours" ? "hours" : "money")}
            data={[
              { value: "money", label: t("budget.money") },
              { value: "hours", label: t("budget.hours") },
            ]}
          />
        ) : (
          <Text size="sm" c="dimmed">
            {t("budget.hoursOnly")}
          </Text>
        )}
        {budget.can.approve && budget.open_lines > 0 && (
          <Approve id={id} count={budget.open_lines} />
        )}
      </Group>
      <BudgetTable budget={budget} unit={unit} />
      <TimeChart
        title={t("budget.chart")}
        unit={t(`budget.${unit}`)}
        today={budget.today}
        series={curves(
          budget,
          unit,
          {
            planned: t("budget.planned"),
            actual: t("budget.actual"),
            forecast: t("budget.forecast"),
          },
          { planned: QUIET, actual: GOOD, forecast: ACCENT },
        )}
      />
      {unit === "money" && <PartTable budget={budget} />}
      <MonthTable budget={budget} unit={unit} />
    </>
  );
}

function Approve({ id, count }: { id: string; count: number }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const approve = useMutation({
    mutationFn: () => http.post<Schemas["ApprovedOut"]>(`/projects/${id}/budget/approval`),
    onSuccess: ({ lines }) => {
      void cache.invalidateQueries({ queryKey: ["budget", id] });
      void cache.invalidateQueries({ queryKey: ["budget_line"] });
      void done(t("budget.approved", { count: lines }));
    },
    onError: (fault) => toast.failed(fault.detail || fault.title),
  });
  return (
    <Button
      size="xs"
      loading={approve.isPending}
      leftSection={<IconCheck size={14} aria-hidden />}
      onClick={() => approve.mutate()}
    >
      {t("budget.approve", { count })}
    </Button>
  );
}

function Lines({ id, kind }: { id: string; kind: "budget_line" | "cost_line" }) {
  const { t } = useTranslation();
  const create = useCreate();
  const within: Condition[] = [["project", "is", id]];
  const add = (
    <Button
      size="xs"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => create.open(kind)}
    >
      {t(`budget.add.${kind}`)}
    </Button>
  );
  return (
    <>
      <Group justify="flex-end" mb="md">
        {add}
      </Group>
      <ObjectList
        kind={kind}
        columns={COLUMNS[kind]}
        cells={NO_CELLS}
        adapt={(list: List) => ({ ...list, within })}
        empty={<EmptyState icon={IconCoins} sentence={t(`budget.none.${kind}`)} action={add} />}
      />
    </>
  );
}
