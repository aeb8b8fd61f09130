import classes from "./SharePage.module.css";
import type { SharedColours } from "./shared";

interface Props {
  colours: SharedColours | undefined;
}

/** What the colours of a shared roadmap mean. */
export function SharedLegend({ colours }: Props) {
  if (!colours || colours.entries.length === 0) return null;
  return (
    <section className={classes.legend} aria-label={colours.label}>
      <span className={classes.meta}>{colours.label}</span>
      <ul className={classes.tints}>
        {colours.entries.map(({ label, colour }) => (
          <li key={label} className={classes.tint}>
            <span className={classes.mark} style={{ background: colour }} />
            {label}
          </li>
        ))}
      </ul>
    </section>
  );
}
