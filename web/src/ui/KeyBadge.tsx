import classes from "./KeyBadge.module.css";

interface Props {
  /** The short key, such as NL-142. */
  value: string | null | undefined;
}

export function KeyBadge({ value }: Props) {
  return value ? <span className={classes.key}>{value}</span> : null;
}
