import type { ReactNode } from "react";
import classes from "./Rail.module.css";

interface Props {
  label: ReactNode;
  children: ReactNode;
}

export function RailField({ label, children }: Props) {
  return (
    <div className={classes.field}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>{children}</dd>
    </div>
  );
}
