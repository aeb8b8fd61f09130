import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { PeekLink } from "@/ui/PeekLink";
import { PersonPill } from "@/ui/PersonPill";
import { useFigures } from "@/ui/words/figures";
import { AddKeyResult } from "./AddKeyResult";
import { HealthMark } from "./HealthMark";
import { KeyResultRow } from "./KeyResultRow";
import classes from "./ObjectiveCard.module.css";
import type { Objective } from "./types";

interface Props {
  objective: Objective;
}

export function ObjectiveCard({ objective }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { id, key, title, owner, progress, health, parent, key_results } = objective;
  return (
    <article className={classes.card}>
      <header className={classes.head}>
        <KindIcon kind="objective" />
        <KeyBadge value={key} />
        <PeekLink kind="objective" id={id} objectKey={key} className={classes.title}>
          {title}
        </PeekLink>
        {parent && (
          <Text size="xs" c="dimmed">
            {t("objective.contributes")}{" "}
            <PeekLink kind="objective" id={parent.id} objectKey={parent.key} fz="xs">
              {parent.key} {parent.title}
            </PeekLink>
          </Text>
        )}
        <Group gap="md" wrap="nowrap" className={classes.end}>
          {progress !== null && (
            <Text size="sm" className="tabular" title={t("objective.progressMeans")}>
              {figures.percent(progress / 100)}
            </Text>
          )}
          <HealthMark health={health} />
          <PersonPill person={owner} />
        </Group>
      </header>
      {key_results.length > 0 ? (
        <ul className={classes.results}>
          {key_results.map((keyResult) => (
            <KeyResultRow key={keyResult.id} keyResult={keyResult} />
          ))}
        </ul>
      ) : (
        <Text size="sm" c="dimmed" my={4}>
          {t("objective.noResults")}
        </Text>
      )}
      {objective.can.edit && <AddKeyResult objective={objective} />}
    </article>
  );
}
