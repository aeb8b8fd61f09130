import type { ReactNode } from "react";
import classes from "./Board.module.css";
import { useDrop } from "./useDrop";

interface Props {
  label: string;
  /** The kind of the cards that may be dropped. */
  kind: string;
  onDrop: (id: string, from: string | null) => void;
  children: ReactNode;
}

/** One place of a board: drop a card here and it takes on what the place stands for. */
export function BoardCell({ label, kind, onDrop, children }: Props) {
  const [frame, isOver] = useDrop<HTMLElement>(kind, onDrop);
  return (
    <section
      ref={frame}
      className={classes.cell}
      data-over={isOver || undefined}
      aria-label={label}
    >
      {children}
    </section>
  );
}
