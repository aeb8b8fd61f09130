import type { ReactNode } from "react";
import classes from "./ObjectFrame.module.css";

interface Props {
  /** Kind icon and key. */
  eyebrow: ReactNode;
  /** An InlineTitle. */
  title: ReactNode;
  /** A Rail. */
  rail: ReactNode;
  /** Body text, then tabs: own views, Throughline, Activity. */
  children: ReactNode;
}

/** The anatomy of every object, on its own page (rail at the right) and in a peek (rail under the title). */
export function ObjectFrame({ eyebrow, title, rail, children }: Props) {
  return (
    <div className={classes.container}>
      <article className={classes.frame}>
        <header className={classes.head}>
          <div className={classes.eyebrow}>{eyebrow}</div>
          {title}
        </header>
        <aside className={classes.rail}>{rail}</aside>
        <div className={classes.body}>{children}</div>
      </article>
    </div>
  );
}
