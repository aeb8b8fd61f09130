import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { readHours, writeHours } from "./hours";
import classes from "./Week.module.css";

export type Step = "up" | "down" | "left" | "right";

interface Props {
  /** What it is: the item and the day. */
  name: string;
  minutes: number;
  planned: number;
  hasNote: boolean;
  canWrite: boolean;
  isWrong?: boolean;
  place: { row: number; day: number };
  onWrite: (minutes: number) => void;
  onStep: (step: Step) => void;
  onFocus: () => void;
  onPaste: (text: string) => void;
}

const STEPS: Record<string, Step> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Enter: "down",
};

/** One day of one item: typing writes over it, arrows and Enter go on, Escape takes back what was typed. */
export function HourCell(props: Props) {
  const { name, minutes, planned, hasNote, canWrite, place, onWrite, onStep, onFocus } = props;
  const [typed, setTyped] = useState<string>();
  const read = typed === undefined ? minutes : readHours(typed);
  const save = () => {
    if (read !== null && read !== minutes) onWrite(read);
    if (read !== null) setTyped(undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Escape") {
      setTyped(undefined);
      return;
    }
    const step = STEPS[event.shiftKey && event.key === "Enter" ? "ArrowUp" : event.key];
    // Within what is being typed, left and right are the caret's.
    if (!step || (typed !== undefined && (step === "left" || step === "right"))) return;
    event.preventDefault();
    save();
    onStep(step);
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    props.onPaste(text);
  };
  return (
    <input
      className={classes.hours}
      inputMode="decimal"
      aria-label={name}
      aria-invalid={read === null || undefined}
      data-note={hasNote || undefined}
      data-place={`${place.row}:${place.day}`}
      readOnly={!canWrite}
      placeholder={planned > 0 ? writeHours(planned) : undefined}
      value={typed ?? writeHours(minutes)}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onFocus={({ currentTarget }) => {
        currentTarget.select();
        onFocus();
      }}
      onBlur={save}
      onKeyDown={onKeyDown}
      onPaste={canWrite ? onPaste : undefined}
    />
  );
}
