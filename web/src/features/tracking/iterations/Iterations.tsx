import { Button, Group, Stack } from "@mantine/core";
import { IconPlus, IconRepeat } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { iterationsQuery } from "@/features/scheduling/promises/iterations";
import { usePlan } from "@/features/scheduling/usePlan";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import type { PartProps } from "@/ui/shell/parts";
import { readBoardView } from "../board/view";
import { IterationForm } from "./IterationForm";
import { IterationPanel } from "./IterationPanel";
import { IterationRow } from "./IterationRow";
import classes from "./Iterations.module.css";

/** The iterations of a project: which is running, what was promised for each, and how it goes. */
export default function Iterations({ id }: PartProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = readBoardView(useSearch({ strict: false }));
  const { plan } = usePlan(id);
  const { data: iterations, error } = useQuery(iterationsQuery(id));
  const [isAdding, setAdding] = useState(false);
  if (error && !iterations) return <ErrorState title={error.title} detail={error.detail} />;
  if (!iterations || !plan) return <LoadingState />;
  const canPlan = plan.can.edit === true;
  const chosen =
    iterations.find((each) => each.id === search.iteration) ??
    iterations.find(({ phase }) => phase === "running" || phase === "over") ??
    iterations[0];
  const add = canPlan && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t("iteration.add")}
    </Button>
  );
  const choose = (iteration: string) =>
    void navigate({ to: ".", search: (before) => ({ ...before, iteration }), replace: true });
  return (
    <PageBody>
      {isAdding && (
        <IterationForm projectId={id} last={iterations[0]} onClose={() => setAdding(false)} />
      )}
      {!chosen ? (
        <EmptyState icon={IconRepeat} sentence={t("iteration.empty")} action={add} />
      ) : (
        <div className={classes.panes}>
          <Stack gap="sm">
            <Group justify="space-between">{add}</Group>
            <ul className={classes.list}>
              {iterations.map((iteration) => (
                <IterationRow
                  key={iteration.id}
                  iteration={iteration}
                  isChosen={iteration.id === chosen.id}
                  onChoose={() => choose(iteration.id)}
                />
              ))}
            </ul>
          </Stack>
          <IterationPanel
            key={chosen.id}
            iteration={chosen}
            others={iterations.filter((each) => each.id !== chosen.id && each.phase !== "closed")}
            plan={plan}
          />
        </div>
      )}
    </PageBody>
  );
}
