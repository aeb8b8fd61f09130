import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useFigures } from "@/ui/words/figures";
import { HealthFigure } from "./HealthFigure";
import { type Section, SOURCE } from "./health";
import classes from "./health.module.css";

interface Props {
  section: Section;
  days: number;
}

/** Figures of one kind, the things behind them, how old they are, and the way to where they come from. */
export function HealthSection({ section, days }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const workspace = useWorkspace();
  const { name, as_of, named } = section;
  return (
    <section className={classes.section} aria-labelledby={`health-${name}`}>
      <header className={classes.head}>
        <h2 id={`health-${name}`} className={classes.title}>
          <Link
            to={`/$workspace/${SOURCE[name] as "roadmap"}`}
            params={{ workspace }}
            className={classes.source}
          >
            {t(`productHealth.section.${name}`)}
          </Link>
        </h2>
        <Text size="xs" c="dimmed">
          {as_of ? (
            <time dateTime={as_of} title={figures.dateTime(as_of)}>
              {t("productHealth.asOf", { ago: figures.ago(as_of) })}
            </time>
          ) : (
            t("productHealth.nothingYet")
          )}
        </Text>
      </header>
      <dl className={classes.figures}>
        {section.figures.map((figure) => (
          <HealthFigure key={figure.name} section={name} figure={figure} days={days} />
        ))}
      </dl>
      {named.length > 0 && (
        <ul className={classes.named}>
          {named.map(({ kind, id, key, title, word, day }) => (
            <li key={`${id}-${word}`} className={classes.one}>
              <KeyBadge value={key} />
              <PeekLink kind={kind} id={id} objectKey={key} fz="sm">
                {title}
              </PeekLink>
              <Text size="xs" c="dimmed" className={classes.word}>
                {[
                  t(`productHealth.word.${word}` as "productHealth.word.late"),
                  day && figures.date(day),
                ]
                  .filter(Boolean)
                  .join(", ")}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
