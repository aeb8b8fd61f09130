import { ActionIcon, Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconPencil, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { OwnFields } from "@/features/core/list/OwnFields";
import type { Plan } from "@/features/scheduling/plan";
import type { Iteration } from "@/features/scheduling/promises/iterations";
import { useCommit } from "@/features/scheduling/promises/useCommit";
import { useDurationText } from "@/features/scheduling/useDurationText";
import { TimeChart } from "@/ui/chart/TimeChart";
import { KeyBadge } from "@/ui/KeyBadge";
import { LoadingState } from "@/ui/LoadingState";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import { ACCENT, QUIET } from "../flow/flow";
import { AddItems } from "./AddItems";
import { CloseIteration } from "./CloseIteration";
import { IterationForm } from "./IterationForm";
import classes from "./Iterations.module.css";
import { isOverbooked, iterationQuery } from "./iterations";

interface Props {
  iteration: Iteration;
  /** Where what is open may go. */
  others: readonly Iteration[];
  plan: Plan;
}

/** What was promised for an iteration, how much of it is done, and its burn-up. */
export function IterationPanel({ iteration, others, plan }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const durationText = useDurationText();
  const { data: page } = useQuery(iterationQuery(iteration.id));
  const commit = useCommit(iteration.project_id);
  const [open, setOpen] = useState<"edit" | "close" | null>(null);
  const { totals, capacity_minutes } = iteration;
  const perDay = plan.project.minutes_per_day;
  const inDays = (minutes: number) => Math.round((10 * minutes) / perDay) / 10;
  const over = isOverbooked(iteration);
  return (
    <Stack gap="lg" className={classes.panel}>
      <div>
        <Group justify="space-between">
          <Title order={2} className="nl-title">
            {iteration.title}
          </Title>
          {iteration.can.edit && (
            <Group gap="sm">
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={() => setOpen("edit")}
              >
                {t("iteration.change")}
              </Button>
              <Button size="compact-sm" onClick={() => setOpen("close")}>
                {t("iteration.close")}
              </Button>
            </Group>
          )}
        </Group>
        {iteration.goal && <Text size="sm">{iteration.goal}</Text>}
        <Text size="sm" c={over ? "var(--nl-warning)" : "dimmed"}>
          {over && <IconAlertTriangle size={14} className={classes.sign} aria-hidden />}
          {capacity_minutes === null
            ? t("iteration.promised", { work: durationText(totals.minutes) })
            : t(over ? "iteration.overbooked" : "iteration.ofCapacity", {
                work: durationText(totals.minutes),
                capacity: durationText(capacity_minutes),
              })}
          {totals.added > 0 && ` · ${t("iteration.addedLater", { count: totals.added })}`}
          {totals.carried > 0 && ` · ${t("iteration.carriedOver", { count: totals.carried })}`}
        </Text>
      </div>
      <OwnFields object={iteration} />
      {!page ? (
        <LoadingState rows={4} />
      ) : (
        <>
          {page.days.length > 1 && (
            <TimeChart
              title={t("iteration.burnUp")}
              unit={t("flow.days")}
              levels={
                capacity_minutes === null
                  ? []
                  : [{ value: inDays(capacity_minutes), label: t("iteration.capacityLine") }]
              }
              series={[
                {
                  name: t("flow.scope"),
                  colour: QUIET,
                  shape: "line",
                  points: page.days.map(({ on, minutes }) => ({ day: on, value: inDays(minutes) })),
                },
                {
                  name: t("flow.done"),
                  colour: ACCENT,
                  shape: "line",
                  points: page.days.map(({ on, done_minutes }) => ({
                    day: on,
                    value: inDays(done_minutes),
                  })),
                },
              ]}
            />
          )}
          {iteration.can.contribute && (
            <AddItems iteration={iteration} held={page.items} plan={plan} />
          )}
          <ul className={classes.items} aria-label={t("iteration.items")}>
            {page.items.map((item) => (
              <li key={item.id} className={classes.item}>
                {item.done && <IconCheck size={16} aria-label={t("iteration.isDone")} />}
                <KeyBadge value={item.key} />
                <PeekLink kind="work_item" id={item.id} objectKey={item.key} c="inherit" fz="sm">
                  {item.title}
                </PeekLink>
                <Text size="xs" c="dimmed" className={classes.facts}>
                  {[
                    durationText(item.duration_minutes),
                    `${figures.number(Math.round(item.percent_complete))} %`,
                    item.added && t("iteration.added1"),
                    item.carried && t("iteration.carried1"),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </Text>
                {iteration.can.contribute && (
                  <ActionIcon
                    variant="subtle"
                    size="sm"
                    color="gray"
                    aria-label={t("iteration.takeOut", { name: item.title })}
                    onClick={() => commit([item.id], null)}
                  >
                    <IconX size={14} aria-hidden />
                  </ActionIcon>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {open === "edit" && (
        <IterationForm
          projectId={iteration.project_id}
          iteration={iteration}
          minutesPerDay={perDay}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "close" && (
        <CloseIteration iteration={iteration} others={others} onClose={() => setOpen(null)} />
      )}
    </Stack>
  );
}
