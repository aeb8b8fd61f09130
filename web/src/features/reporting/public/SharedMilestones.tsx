import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import classes from "./SharePage.module.css";
import type { SharedRoadmap } from "./shared";

interface Props extends Pick<SharedRoadmap, "milestones"> {
  className?: string;
}

/** The milestones that the readers are told of, by their days; nothing where they are told of none. */
export function SharedMilestones({ milestones = [], className = classes.beside }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (milestones.length === 0) return null;
  return (
    <section className={className}>
      <h2 className={classes.itemTitle}>{t("share.field.milestones")}</h2>
      <ul className={classes.lines}>
        {milestones.map(({ id, title, day }) => (
          <li key={id} className={classes.meta}>
            {figures.date(day)} · {title}
          </li>
        ))}
      </ul>
    </section>
  );
}
