import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { minuteOf } from "@/timeline/geometry/time";
import { useFigures } from "@/ui/words/figures";
import classes from "./ProjectPage.module.css";
import type { Edit, Edited } from "./plan";

interface Props {
  edited: Edited;
  edits: readonly Edit[];
  onUndo: (changeId: string) => void;
  onDismiss: () => void;
}

/** "12 tasks moved, finish 3 days later, chance 72 % → 58 %": what an edit did to the rest of the plan. */
export function MovedBar({ edited, edits, onUndo, onDismiss }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { moved, removed, project, forecast, was_probability, change_id } = edited;
  const days = Math.round((minuteOf(project.finish) - minuteOf(project.was_finish)) / 1440);
  const chance = forecast?.probability_on_time;
  const hasChance = typeof chance === "number" && was_probability !== null;
  const parts = [
    removed.length > 0 && t("plan.removed", { count: removed.length }),
    moved.length > 0 && t("plan.moved", { count: moved.length }),
    days > 0 && t("plan.later", { count: days }),
    days < 0 && t("plan.earlier", { count: -days }),
    days === 0 && t("plan.sameFinish"),
    hasChance &&
      t("plan.chanceChanged", {
        was: figures.percent(was_probability),
        now: figures.percent(chance),
      }),
  ];
  const isPinned = edits.some((edit) => edit.op === "set" && edit.fields.start);
  return (
    <div className={classes.bar} role="status">
      <span className={classes.said}>
        {parts.filter(Boolean).join(", ")}.{isPinned && ` ${t("plan.pinned")}`}
      </span>
      {change_id && (
        <Button size="compact-sm" variant="light" onClick={() => onUndo(change_id)}>
          {t("undo")}
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={onDismiss}>
        {t("plan.dismiss")}
      </Button>
    </div>
  );
}
