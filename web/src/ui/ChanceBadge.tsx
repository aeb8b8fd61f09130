import classes from "./ChanceBadge.module.css";
import { healthOf } from "./chance";
import { HealthBadge } from "./HealthBadge";
import { useFigures } from "./words/figures";

interface Props {
  /** 0 to 1; nothing where there is no forecast or no target. */
  chance: number | null | undefined;
}

/** "72 %", with the icon and the word for what that means. */
export function ChanceBadge({ chance }: Props) {
  const figures = useFigures();
  if (chance === null || chance === undefined) return <HealthBadge health="unknown" />;
  return (
    <span className={classes.chance}>
      {figures.percent(chance)}
      <HealthBadge health={healthOf(chance)} />
    </span>
  );
}
