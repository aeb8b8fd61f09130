import { useTranslation } from "react-i18next";
import type { Health } from "@/ui/HealthBadge";
import classes from "./Portfolio.module.css";
import { HEALTH_COLOURS, type Rollup } from "./portfolio";

interface Props {
  rollup: Rollup;
}

const STATES: readonly Health[] = ["on_track", "at_risk", "off_track", "unknown"];

/** How many go how, as a bar and in words: the colour only repeats them. */
export function HealthBar({ rollup }: Props) {
  const { t } = useTranslation();
  const shown = STATES.filter((state) => rollup[state] > 0);
  if (shown.length === 0) return null;
  return (
    <div className={classes.health}>
      <div className={classes.bar} aria-hidden>
        {shown.map((state) => (
          <span
            key={state}
            style={{ flexGrow: rollup[state], background: HEALTH_COLOURS[state] }}
          />
        ))}
      </div>
      <span className={classes.healthWords}>
        {shown.map((state) => `${rollup[state]} ${t(`health.${state}`).toLowerCase()}`).join(", ")}
      </span>
    </div>
  );
}
