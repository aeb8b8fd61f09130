import { useTranslation } from "react-i18next";
import { useWindowText } from "@/features/core/useWindowText";
import { ChanceBadge } from "@/ui/ChanceBadge";
import classes from "./SharePage.module.css";
import type { SharedInitiative, SharedRoadmap } from "./shared";

interface Props {
  initiatives: readonly SharedInitiative[];
  lanes: SharedRoadmap["lanes"];
}

/** The roadmap for reading: one entry after the other, with what the share names. */
export function SharedList({ initiatives, lanes }: Props) {
  const { t } = useTranslation();
  const windowText = useWindowText();
  const laneTitle = new Map(lanes.map(({ id, title }) => [id, title]));
  return (
    <ul className={classes.list}>
      {initiatives.map(({ id, title, status, horizon, lane_id, window, forecast, ...more }) => (
        <li key={id} className={classes.item}>
          <h2 className={classes.itemTitle}>{title}</h2>
          <p className={classes.meta}>
            {[
              window && windowText(window),
              status && t(`status.${status}`),
              horizon && t(`horizon.${horizon}`),
              laneTitle.get(lane_id ?? ""),
              more.owner,
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {forecast && <ChanceBadge chance={forecast.probability} />}
          {more.goal && <p className={classes.words}>{more.goal}</p>}
          {more.description && <p className={classes.words}>{more.description}</p>}
          {(more.features?.length ?? 0) > 0 && (
            <p className={classes.meta}>{more.features?.join(" · ")}</p>
          )}
          {(more.metrics?.length ?? 0) > 0 && (
            <p className={classes.meta}>{more.metrics?.join(" · ")}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
