import type { ReactNode } from "react";
import classes from "./Rail.module.css";

interface Props {
  children: ReactNode;
}

/** The few fields that matter, at the right of an object page or the top of a peek. */
export function Rail({ children }: Props) {
  return <dl className={classes.rail}>{children}</dl>;
}
