import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { AddKeyResult } from "./AddKeyResult";
import { KeyResultRow } from "./KeyResultRow";
import classes from "./ObjectiveCard.module.css";
import type { Objective } from "./types";

interface Props {
  objective: Objective;
  canEdit: boolean;
}

export function ObjectiveResults({ objective, canEdit }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.container}>
      {objective.key_results.length > 0 ? (
        <ul className={classes.results}>
          {objective.key_results.map((keyResult) => (
            <KeyResultRow key={keyResult.id} keyResult={keyResult} />
          ))}
        </ul>
      ) : (
        <Text size="sm" c="dimmed" mb="sm">
          {t("objective.noResults")}
        </Text>
      )}
      {canEdit && <AddKeyResult objective={objective} />}
    </div>
  );
}
