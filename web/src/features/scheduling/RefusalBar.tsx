import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./ProjectPage.module.css";
import type { PlanItem } from "./plan";
import type { Outcome } from "./usePlanEdits";

interface Props {
  outcome: Outcome;
  items: readonly PlanItem[];
  /** Chooses the row that the refused edit was about, which brings it into view. */
  onShow: (id: string) => void;
  onDismiss: () => void;
}

/** Why an edit was taken back, and on which row it was. */
export function RefusalBar({ outcome, items, onShow, onDismiss }: Props) {
  const { t } = useTranslation();
  const item = items.find(({ id }) =>
    outcome.edits.some((edit) =>
      "after" in edit ? edit.after === id : "id" in edit && edit.id === id,
    ),
  );
  const { fault } = outcome;
  return (
    <div className={classes.bar} data-kind="refused" role="alert">
      <IconAlertTriangle size={16} aria-hidden />
      <span className={classes.said}>
        {fault?.isStale ? t("plan.stale") : fault?.detail || fault?.title}
      </span>
      {item && (
        <Button size="compact-sm" variant="default" onClick={() => onShow(item.id)}>
          {t("plan.show", { name: `${item.key} ${item.title}` })}
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={onDismiss}>
        {t("plan.dismiss")}
      </Button>
    </div>
  );
}
