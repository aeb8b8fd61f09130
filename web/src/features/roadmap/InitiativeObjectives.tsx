import { Progress, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { HealthBadge } from "@/ui/HealthBadge";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import classes from "./InitiativeObjectives.module.css";
import { advancedQuery } from "./roadmap";

interface Props {
  initiativeId: string;
}

/** The objectives that an initiative advances, with where they stand. */
export function InitiativeObjectives({ initiativeId }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data: objectives } = useQuery(advancedQuery(initiativeId));
  if (!objectives || objectives.length === 0) return null;
  return (
    <section>
      <Title order={2} fz="sm" mb={4}>
        {t("contribution.objectives")}
      </Title>
      <ul className={classes.list}>
        {objectives.map(({ id, key, title, progress, health }) => (
          <li key={id}>
            <span>
              <KeyBadge value={key} />{" "}
              <PeekLink kind="objective" id={id} objectKey={key} fz="sm">
                {title}
              </PeekLink>
            </span>
            <HealthBadge health={health.state} />
            <span className={classes.progress}>
              <Progress
                size="sm"
                value={progress ?? 0}
                aria-label={t("keyResult.progress", {
                  share: figures.percent((progress ?? 0) / 100),
                })}
              />
              <Text size="xs" c="dimmed" className="tabular">
                {progress === null ? t("objective.noResults") : figures.percent(progress / 100)}
              </Text>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
