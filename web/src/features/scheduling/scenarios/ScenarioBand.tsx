import { Button, Group } from "@mantine/core";
import { IconArrowsSplit2 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { InlineTitle } from "@/ui/InlineTitle";
import { useFigures } from "@/ui/words/figures";
import { varianceText } from "../baselines/variance";
import type { OnPlanView, PlanView } from "../view";
import classes from "./Scenarios.module.css";
import { reviewQuery, type Scenario } from "./scenarios";
import { useScenarioDeeds } from "./useScenarioDeeds";

interface Props {
  scenario: Scenario;
  view: PlanView["view"];
  onView: OnPlanView;
}

/** Says above everything that one is not in the plan, and what the scenario would make of it. */
export function ScenarioBand({ scenario, view, onView }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { rename, throwAway, takeUp } = useScenarioDeeds(scenario);
  const { data: review } = useQuery(reviewQuery(scenario.project.id, scenario.id));
  const canEdit = scenario.can.edit === true;
  const leave = () => onView({ scenario: undefined, view: "gantt" });
  const chance = review?.outcome.probability;
  const was = review?.plan.probability;
  const moved =
    review && review.finish_variance !== 0
      ? `(${varianceText(review.finish_variance, review.minutes_per_day, figures.number)})`
      : "";
  return (
    <section className={classes.band} aria-label={t("scenario.band")}>
      <IconArrowsSplit2 size={18} stroke={1.8} aria-hidden />
      <div className={classes.said}>
        <strong className={classes.name}>
          {t("scenario.youAreIn")}{" "}
          <InlineTitle order={2} value={scenario.title} canEdit={canEdit} onSave={rename} />
        </strong>
        <div>
          {scenario.state === "open"
            ? t("scenario.nothingChanges")
            : t(`scenario.closed.${scenario.state}`)}
        </div>
        {review && !review.refusal && (
          <div className={classes.outcome} role="status">
            {t("scenario.changes", { count: scenario.change_count })}
            {" · "}
            {t("scenario.finish", {
              now: [figures.date(review.outcome.finish), moved].filter(Boolean).join(" "),
              was: figures.date(review.plan.finish),
            })}
            {typeof chance === "number" &&
              typeof was === "number" &&
              ` · ${t("plan.chanceChanged", { was: figures.percent(was), now: figures.percent(chance) })}`}
            {review.conflicts > 0 && (
              <strong> · {t("scenario.conflicts", { count: review.conflicts })}</strong>
            )}
          </div>
        )}
        {review?.refusal && <div role="alert">{review.refusal.detail}</div>}
      </div>
      <Group gap="xs">
        {view === "changes" ? (
          <Button size="xs" variant="default" onClick={() => onView({ view: "gantt" })}>
            {t("scenario.edit")}
          </Button>
        ) : (
          <Button size="xs" onClick={() => onView({ view: "changes" })}>
            {t("scenario.review")}
          </Button>
        )}
        {scenario.state === "open" && scenario.can.archive && (
          <Button size="xs" variant="default" onClick={() => void throwAway(leave)}>
            {t("scenario.throwAway")}
          </Button>
        )}
        {scenario.state === "thrown_away" && scenario.can.archive && (
          <Button size="xs" variant="default" onClick={takeUp}>
            {t("scenario.takeUp")}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={leave}>
          {t("scenario.leave")}
        </Button>
      </Group>
    </section>
  );
}
