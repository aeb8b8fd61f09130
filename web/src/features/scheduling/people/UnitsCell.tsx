import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Cell } from "@/ui/keyboard/grid";
import type { Edit, Plan } from "../plan";
import { useDurationText } from "../useDurationText";
import classes from "./AssignmentGrid.module.css";
import { cellEdit, readUnits } from "./cells";

const CLEARS = new Set(["Delete", "Backspace"]);
const CARET = new Set(["ArrowLeft", "ArrowRight", "Home", "End"]);

interface Props {
  label: string;
  assignment: Plan["assignments"][number] | undefined;
  itemId: string;
  resourceId: string;
  canEdit: boolean;
  place: Cell;
  /** Tab leads to it. */
  isNext: boolean;
  onFocus: () => void;
  onStep: (event: KeyboardEvent) => void;
  onEdit: (edit: Edit) => void;
}

/** One cell of the grid: typing writes over it, Delete clears it, the arrows and Enter keep that and go on, Escape takes it back. */
export function UnitsCell(props: Props) {
  const { label, assignment, itemId, resourceId, canEdit, place, isNext, onFocus, onStep, onEdit } =
    props;
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
      tabIndex={isNext ? 0 : -1}
      data-place={`${place.row}:${place.column}`}
      onFocus={({ currentTarget }) => {
        currentTarget.select();
        onFocus();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") return setTyped(undefined);
        if (canEdit && typed === undefined && CLEARS.has(event.key)) {
          event.preventDefault();
          return setTyped("");
        }
        // Within what is being typed these are the caret's.
        if (typed !== undefined && CARET.has(event.key)) return;
        if (event.key === "Enter" && typed !== undefined) leave();
        onStep(event);
      }}
    />
  );
}
