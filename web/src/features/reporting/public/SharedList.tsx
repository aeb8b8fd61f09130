import { ChanceBadge } from "@/ui/ChanceBadge";
import { SharedMilestones } from "./SharedMilestones";
import classes from "./SharePage.module.css";
import type { SharedInitiative, SharedRoadmap } from "./shared";
import { useSharedFacts } from "./useSharedFacts";

interface Props {
  initiatives: readonly SharedInitiative[];
  lanes: SharedRoadmap["lanes"];
  milestones?: SharedRoadmap["milestones"];
}

/** The roadmap for reading: one entry after the other, with what the share names. */
export function SharedList({ initiatives, lanes, milestones }: Props) {
  const facts = useSharedFacts(lanes);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <div className={classes.reading} tabIndex={0}>
      <ul className={classes.list}>
        {initiatives.map((initiative) => {
          const {
            id,
            title,
            forecast,
            goal,
            description,
            features = [],
            metrics = [],
          } = initiative;
          return (
            <li key={id} className={classes.item}>
              <h2 className={classes.itemTitle}>{title}</h2>
              <p className={classes.meta}>{facts(initiative).join(" · ")}</p>
              {forecast && <ChanceBadge chance={forecast.probability} />}
              {goal && <p className={classes.words}>{goal}</p>}
              {description && <p className={classes.words}>{description}</p>}
              {features.length > 0 && <p className={classes.meta}>{features.join(" · ")}</p>}
              {metrics.length > 0 && <p className={classes.meta}>{metrics.join(" · ")}</p>}
            </li>
          );
        })}
      </ul>
      <SharedMilestones milestones={milestones} />
    </div>
  );
}
