import type { KeyboardEvent, MouseEvent, ReactNode, RefObject } from "react";
import classes from "./WalkedTable.module.css";

interface Props {
  grid: RefObject<HTMLTableElement | null>;
  label: string;
  className: string | undefined;
  onKeyDown: (event: KeyboardEvent) => void;
  onClick?: (event: MouseEvent) => void;
  /** Do its cells open something? */
  opens?: boolean;
  children: ReactNode;
}

/** A table whose cells are walked (`useWalkedGrid`); its first column stays when it scrolls. */
export function WalkedTable({ grid, label, className, opens, children, ...handlers }: Props) {
  return (
    <div className={classes.frame}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells are walked
        role="grid"
        className={`${classes.table} ${className ?? ""}`}
        aria-label={label}
        data-opens={opens}
        {...handlers}
      >
        {children}
      </table>
    </div>
  );
}
