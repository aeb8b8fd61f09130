import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import styles from "./OutlineGrid.module.css";

/** Where the cursor goes after an edit. */
export type After = "down" | "right" | "left" | "stay";

interface Props {
  label: string;
  /** What it begins with; chosen whole unless typing began the edit. */
  draft: string;
  typed: boolean;
  numeric: boolean;
  /** What may be written, offered while one writes. */
  offers?: readonly string[];
  /** Null text: left as it was. Answers null when the text was taken, otherwise why it was not. */
  onCommit: (text: string | null, after: After) => string | null;
  onCancel: () => void;
}

const AFTER: Record<string, After> = { Enter: "down", Tab: "right" };

/** A cell while it is edited. */
export function CellInput({ label, draft, typed, numeric, offers, onCommit, onCancel }: Props) {
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const over = useRef(false);
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    if (!typed) input.current?.select();
  }, [typed]);

  const commit = (after: After): void => {
    if (over.current) return;
    const text = input.current?.value ?? "";
    // Before the answer: leaving the cell takes the focus away, which would commit again.
    over.current = true;
    const problem = onCommit(text === draft && !typed ? null : text, after);
    over.current = problem === null;
    setFault(problem);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const after = event.shiftKey && event.key === "Tab" ? "left" : AFTER[event.key];
    if (event.key === "Escape") {
      over.current = true;
      onCancel();
    } else if (after) {
      event.preventDefault();
      commit(after);
    }
  };
  return (
    <span className={styles.editor}>
      <input
        ref={input}
        className={styles.input}
        data-numeric={numeric || undefined}
        aria-label={label}
        aria-invalid={fault !== null}
        defaultValue={draft}
        list={offers && list}
        onKeyDown={onKeyDown}
        onChange={() => setFault(null)}
        onBlur={() => (fault === null ? commit("stay") : onCancel())}
      />
      {offers && (
        <datalist id={list}>
          {offers.map((offer) => (
            <option key={offer} value={offer} />
          ))}
        </datalist>
      )}
      {fault !== null && (
        <span role="alert" className={styles.fault}>
          {fault}
        </span>
      )}
    </span>
  );
}
