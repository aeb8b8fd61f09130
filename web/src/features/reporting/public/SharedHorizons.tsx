import { useTranslation } from "react-i18next";
import { ChanceBadge } from "@/ui/ChanceBadge";
import { SharedMilestones } from "./SharedMilestones";
import classes from "./SharePage.module.css";
import type { SharedInitiative, SharedRoadmap } from "./shared";
import { useSharedFacts } from "./useSharedFacts";

const HORIZONS = ["now", "next", "later"] as const;

/** The shared roadmap as now, next and later, and below them what lies in none. */
export function SharedHorizons({ roadmap }: { roadmap: SharedRoadmap }) {
  const { t } = useTranslation();
  const { initiatives, milestones } = roadmap;
  const unplaced = initiatives.filter(({ horizon }) => !horizon);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <div className={classes.reading} tabIndex={0}>
      <div className={classes.horizons}>
        {HORIZONS.map((name) => (
          <section key={name} className={classes.horizon}>
            <h2 className={classes.itemTitle}>{t(`horizon.${name}`)}</h2>
            <Cards
              roadmap={roadmap}
              those={initiatives.filter(({ horizon }) => horizon === name)}
            />
          </section>
        ))}
        {unplaced.length > 0 && (
          <section className={`${classes.horizon} ${classes.wide}`}>
            <h2 className={classes.itemTitle}>{t("present.other")}</h2>
            <Cards roadmap={roadmap} those={unplaced} />
          </section>
        )}
      </div>
      <SharedMilestones milestones={milestones} />
    </div>
  );
}

interface CardsProps {
  roadmap: SharedRoadmap;
  those: readonly SharedInitiative[];
}

function Cards({ roadmap, those }: CardsProps) {
  const facts = useSharedFacts(roadmap.lanes, ["horizon"]);
  return (
    <ul className={classes.cards}>
      {those.map((initiative) => {
        const { id, title, goal, description, forecast, colour } = initiative;
        const told = facts(initiative);
        return (
          <li
            key={id}
            className={classes.card}
            style={colour ? { borderInlineStart: `3px solid ${colour}` } : undefined}
          >
            <h3 className={classes.itemTitle}>{title}</h3>
            {told.length > 0 && <p className={classes.meta}>{told.join(" · ")}</p>}
            {goal && <p className={classes.words}>{goal}</p>}
            {description && <p className={classes.words}>{description}</p>}
            {forecast && <ChanceBadge chance={forecast.probability} />}
          </li>
        );
      })}
    </ul>
  );
}
