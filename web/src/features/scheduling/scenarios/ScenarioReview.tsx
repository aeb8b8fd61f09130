import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconArrowMerge, IconArrowsSplit2 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import type { Plan } from "../plan";
import type { OnPlanView } from "../view";
import { mergeBody, type Taken, undecided } from "./choices";
import { ItemDifferences } from "./ItemDifferences";
import { MovedItems } from "./MovedItems";
import { Outcomes } from "./Outcomes";
import { RowDifferences } from "./RowDifferences";
import classes from "./Scenarios.module.css";
import { type Review, reviewQuery, type Scenario } from "./scenarios";
import { useMerge } from "./useMerge";

interface Props {
  plan: Plan;
  scenario: Scenario;
  onView: OnPlanView;
}

/** What a scenario would do to the plan, with the conflicts; all of it or a part is merged from here. */
export function ScenarioReview({ plan, scenario, onView }: Props) {
  const { data, error } = useQuery(reviewQuery(scenario.project.id, scenario.id));
  if (error && !data) return <ErrorState title={error.title} detail={error.detail} />;
  if (!data) return <LoadingState />;
  return <Reviewed review={data} plan={plan} scenario={scenario} onView={onView} />;
}

function Reviewed({ review, plan, scenario, onView }: Props & { review: Review }) {
  const { t } = useTranslation();
  const all = [...review.items, ...review.links, ...review.assignments].map(({ id }) => id);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [taken, setTaken] = useState<Taken>({});
  const chosen = new Set(all.filter((id) => !left.has(id)));
  const open = undecided(review, chosen, taken);
  const { merge, drop } = useMerge(scenario, () => onView({ scenario: undefined, view: "gantt" }));
  const canMerge = scenario.can.merge === true;
  const choosing = {
    chosen,
    taken,
    readOnly: !canMerge,
    onChoose: (id: string, is: boolean) =>
      setLeft(new Set(is ? [...left].filter((one) => one !== id) : [...left, id])),
    onTake: (place: string, side: Taken[string]) => setTaken({ ...taken, [place]: side }),
  };
  if (all.length === 0) {
    return <EmptyState icon={IconArrowsSplit2} sentence={t("scenario.noChanges")} />;
  }
  return (
    <Stack gap="lg" className={classes.review}>
      <Outcomes review={review} />
      <section>
        <Title order={2} fz="md">
          {t("scenario.changes", { count: all.length })}
        </Title>
        {review.edits_since > 0 && (
          <Text size="sm" c="dimmed">
            {t("scenario.editsSince", { count: review.edits_since })}
          </Text>
        )}
        <ItemDifferences items={review.items} plan={plan} {...choosing} />
        <RowDifferences review={review} plan={plan} {...choosing} />
      </section>
      <MovedItems review={review} />
      <ProblemNote fault={merge.error ?? drop.error} />
      {canMerge && (
        <div className={classes.foot}>
          <Button
            leftSection={<IconArrowMerge size={16} aria-hidden />}
            disabled={chosen.size === 0 || open > 0}
            loading={merge.isPending}
            onClick={() => merge.mutate(mergeBody(review, chosen, taken))}
          >
            {chosen.size === all.length
              ? t("scenario.mergeAll")
              : t("scenario.mergeSome", { count: chosen.size })}
          </Button>
          <Group gap="sm">
            <Button
              variant="default"
              disabled={chosen.size === 0}
              loading={drop.isPending}
              onClick={() => drop.mutate(mergeBody(review, chosen, taken))}
            >
              {t("scenario.drop", { count: chosen.size })}
            </Button>
          </Group>
          {open > 0 && (
            <Text size="sm" c="var(--nl-warning)">
              {t("scenario.undecided", { count: open })}
            </Text>
          )}
        </div>
      )}
    </Stack>
  );
}
