import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Edit, Plan } from "../plan";
import { useDurationText } from "../useDurationText";
import classes from "./AssignmentGrid.module.css";
import { cellEdit, readUnits } from "./cells";

interface Props {
  label: string;
  assignment: Plan["assignments"][number] | undefined;
  itemId: string;
  resourceId: string;
  canEdit: boolean;
  onEdit: (edit: Edit) => void;
}

/** One cell of the grid: what is typed holds when it is left, or with Enter; Escape takes it back. */
export function UnitsCell({ label, assignment, itemId, resourceId, canEdit, onEdit }: Props) {
  const { t } = useTranslation();
  const durationText = useDurationText();
  const stands = assignment ? String(Math.round(assignment.units * 1000) / 10) : "";
  const [typed, setTyped] = useState<string>();
  const units = readUnits(typed ?? stands);
  const overtime = assignment?.overtime_minutes ?? 0;
  const told = [
    assignment?.booking === "soft" && t("people.soft"),
    overtime > 0 && t("people.withOvertime", { amount: durationText(overtime) }),
  ].filter(Boolean);
  const leave = () => {
    if (typed === undefined) return;
    const edit = units === null ? undefined : cellEdit(assignment, units, itemId, resourceId);
    if (edit) onEdit(edit);
    setTyped(undefined);
  };
  return (
    <input
      className={classes.units}
      aria-label={label}
      title={told.join(" · ") || undefined}
      data-soft={assignment?.booking === "soft" || undefined}
      data-overtime={overtime > 0 || undefined}
      aria-invalid={units === null || undefined}
      inputMode="decimal"
      readOnly={!canEdit}
      value={typed ?? stands}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === "Enter") leave();
        if (event.key === "Escape") setTyped(undefined);
      }}
    />
  );
}
