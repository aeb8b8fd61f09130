import type { ReactNode } from "react";
import classes from "./PageBody.module.css";

interface Props {
  /** Text reads best in a column; tables and pictures take the width there is. */
  narrow?: boolean;
  children: ReactNode;
}

export function PageBody({ narrow = false, children }: Props) {
  return (
    <div className={narrow ? `${classes.body} ${classes.narrow}` : classes.body}>{children}</div>
  );
}
