import { useTranslation } from "react-i18next";
import { colourOf } from "@/features/core/laneColours";
import { usePalette } from "@/features/core/usePalette";
import { RoadmapTimeline } from "@/timeline/RoadmapTimeline";
import { SharedHorizons } from "./SharedHorizons";
import { SharedLegend } from "./SharedLegend";
import { SharedList } from "./SharedList";
import classes from "./SharePage.module.css";
import type { SharedInitiative, SharedRoadmap } from "./shared";
import { sharedItems, sharedLinks } from "./sharedItems";
import { useSharedFacts } from "./useSharedFacts";

interface Props {
  title: string;
  roadmap: SharedRoadmap;
  layout: "timeline" | "horizons";
  view: "chart" | "table";
}

/** The shared roadmap as a picture; as a list where neither dates nor horizons are shared. */
export function SharedRoadmapView({ title, roadmap, layout, view }: Props) {
  const palette = usePalette();
  const { initiatives, milestones } = roadmap;
  const items = sharedItems(roadmap);
  const lanes = roadmap.lanes.map((lane, index) => ({
    ...lane,
    colour: colourOf(lane.colour, index),
  }));
  const hasHorizons = initiatives.some(({ horizon }) => horizon);
  const isChart = view === "chart";
  if (isChart && hasHorizons && (layout === "horizons" || items.length === 0)) {
    return (
      <>
        <SharedLegend colours={roadmap.colours} />
        <SharedHorizons roadmap={roadmap} />
      </>
    );
  }
  if (!isChart || layout === "horizons" || items.length === 0) {
    return (
      <>
        <SharedLegend colours={roadmap.colours} />
        <SharedList initiatives={initiatives} lanes={roadmap.lanes} milestones={milestones} />
      </>
    );
  }
  return (
    <div className={classes.charted}>
      <SharedLegend colours={roadmap.colours} />
      <div className={classes.chart}>
        <RoadmapTimeline
          lanes={lanes}
          items={items}
          links={sharedLinks(roadmap)}
          label={title}
          palette={palette}
          view="chart"
          plain
          readOnly
        />
      </div>
      <Undated roadmap={roadmap} those={initiatives.filter(({ window }) => !window)} />
    </div>
  );
}

/** What no chart can show, below it. */
function Undated({ roadmap, those }: { roadmap: SharedRoadmap; those: SharedInitiative[] }) {
  const { t } = useTranslation();
  const facts = useSharedFacts(roadmap.lanes);
  if (those.length === 0) return null;
  return (
    <section className={classes.undated}>
      <h2 className={classes.itemTitle}>{t("roadmap.unplaced")}</h2>
      <ul className={classes.lines}>
        {those.map((initiative) => (
          <li key={initiative.id} className={classes.meta}>
            {[initiative.title, ...facts(initiative)].join(" · ")}
          </li>
        ))}
      </ul>
    </section>
  );
}
