import { useTranslation } from "react-i18next";
import { ChanceBadge } from "@/ui/ChanceBadge";
import { SharedLegend } from "../public/SharedLegend";
import { SharedMilestones } from "../public/SharedMilestones";
import type { SharedInitiative, SharedRoadmap } from "../public/shared";
import { useSharedFacts } from "../public/useSharedFacts";
import classes from "./Presentation.module.css";
import type { Group, Step } from "./steps";

interface Props {
  step: Step;
  title: string;
  subtitle: string;
  roadmap: SharedRoadmap;
}

/** What a step shows; of an initiative only what its readers may see. */
export function Slide({ step, title, subtitle, roadmap }: Props) {
  if (step.kind === "whole")
    return <Whole groups={step.groups} title={title} subtitle={subtitle} roadmap={roadmap} />;
  const { lanes } = roadmap;
  if (step.kind === "group") return <OfGroup group={step.group} title={title} lanes={lanes} />;
  return <OfInitiative initiative={step.initiative} group={step.group} lanes={lanes} />;
}

interface WholeProps extends Omit<Props, "step"> {
  groups: Group[];
}

function Whole({ groups, title, subtitle, roadmap }: WholeProps) {
  const { t } = useTranslation();
  return (
    <>
      <h1 className={classes.headline}>{title}</h1>
      <p className={classes.subtitle}>{subtitle}</p>
      <div className={classes.groups}>
        {groups.map(({ id, title: name, initiatives }) => (
          <section key={id} className={classes.group}>
            {name && <h2 className={classes.groupTitle}>{name}</h2>}
            <p className={classes.meta}>{t("present.count", { count: initiatives.length })}</p>
          </section>
        ))}
      </div>
      <SharedMilestones milestones={roadmap.milestones} className={classes.milestones} />
      <div className={classes.legend}>
        <SharedLegend colours={roadmap.colours} />
      </div>
    </>
  );
}

/** The colour that tells the field the roadmap is coloured by. */
const edgeOf = ({ colour }: SharedInitiative) =>
  colour ? { borderInlineStart: `4px solid ${colour}`, paddingInlineStart: 12 } : undefined;

interface GroupProps {
  group: Group;
  lanes: SharedRoadmap["lanes"];
}

function OfGroup({ group, title, lanes }: GroupProps & { title: string }) {
  const facts = useSharedFacts(lanes, group.of);
  return (
    <>
      <h1 className={classes.headline}>{group.title || title}</h1>
      <ul className={classes.list}>
        {group.initiatives.map((initiative) => (
          <li key={initiative.id} className={classes.item} style={edgeOf(initiative)}>
            <span className={classes.itemTitle}>{initiative.title}</span>
            <span className={classes.meta}>{facts(initiative).join(" · ")}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function OfInitiative({ initiative, group, lanes }: GroupProps & { initiative: SharedInitiative }) {
  const { t } = useTranslation();
  const facts = useSharedFacts(lanes, group.of);
  const { title, goal, description, features = [], metrics = [], forecast } = initiative;
  return (
    <>
      {group.title && <p className={classes.eyebrow}>{group.title}</p>}
      <h1 className={classes.headline} style={edgeOf(initiative)}>
        {title}
      </h1>
      <p className={classes.subtitle}>{facts(initiative).join(" · ")}</p>
      {forecast && forecast.probability !== null && <ChanceBadge chance={forecast.probability} />}
      {goal && <p className={classes.goal}>{goal}</p>}
      {description && <p className={classes.words}>{description}</p>}
      <div className={classes.columns}>
        {features.length > 0 && <Listed title={t("share.field.features")} lines={features} />}
        {metrics.length > 0 && <Listed title={t("share.field.metrics")} lines={metrics} />}
      </div>
    </>
  );
}

function Listed({ title, lines }: { title: string; lines: string[] }) {
  return (
    <section>
      <h2 className={classes.groupTitle}>{title}</h2>
      <ul className={classes.bullets}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
