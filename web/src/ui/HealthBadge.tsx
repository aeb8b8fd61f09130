import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./HealthBadge.module.css";

export type Health = "on_track" | "at_risk" | "off_track" | "unknown";

const ICON = {
  on_track: IconCircleCheck,
  at_risk: IconAlertTriangle,
  off_track: IconCircleX,
  unknown: IconCircleDashed,
};

interface Props {
  health: Health;
}

/** An icon and a word; the colour only repeats them. */
export function HealthBadge({ health }: Props) {
  const { t } = useTranslation();
  const Icon = ICON[health];
  return (
    <span className={classes.health} data-health={health}>
      <Icon size={16} stroke={1.8} aria-hidden />
      {t(`health.${health}`)}
    </span>
  );
}
