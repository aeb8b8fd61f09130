import classes from "./status.module.css";

interface Props {
  rows: readonly { name: string; value: string; moved: string }[];
}

/** Figures by name, each with what became of it since the report before. */
export function Figures({ rows }: Props) {
  return (
    <dl className={classes.figures}>
      {rows.map(({ name, value, moved }) => (
        <div key={name} className={classes.figure}>
          <dt>{name}</dt>
          <dd>
            {value}
            {moved && <span className={classes.moved}>{moved}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
