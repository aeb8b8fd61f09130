import { Select, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { PersonSelect } from "@/features/core/PersonSelect";
import { PersonPill } from "@/ui/PersonPill";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import { HealthMark } from "./HealthMark";
import { PeriodSelect } from "./PeriodSelect";
import { objectivesQuery } from "./queries";
import type { Objective } from "./types";
import { usePeriodText } from "./usePeriodText";

interface Props {
  objective: Objective;
  canEdit: boolean;
  onSave: (fields: Partial<Objective>) => void;
}

export function ObjectiveRail({ objective, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const periodText = usePeriodText();
  const { id, owner, owner_id, period, parent, progress, health, product_id } = objective;
  const { data: others } = useQuery(objectivesQuery(product_id));
  return (
    <Rail>
      <RailField label={t("objective.owner")}>
        {canEdit ? (
          <PersonSelect
            variant="unstyled"
            size="sm"
            aria-label={t("objective.owner")}
            value={owner_id !== undefined ? owner_id : (owner?.id ?? null)}
            onChange={(next) => onSave({ owner_id: next })}
          />
        ) : (
          <PersonPill person={owner} />
        )}
      </RailField>
      <RailField label={t("objective.period")}>
        {canEdit ? (
          <PeriodSelect
            inRail
            aria-label={t("objective.period")}
            value={period}
            onChange={(next) => onSave({ period: next })}
          />
        ) : (
          periodText(period)
        )}
      </RailField>
      <RailField label={t("objective.parent")}>
        {canEdit ? (
          <Select
            variant="unstyled"
            size="sm"
            clearable
            searchable
            aria-label={t("objective.parent")}
            placeholder={t("objective.noParent")}
            value={parent?.id ?? null}
            data={optionsOf(others ?? [], id, parent)}
            onChange={(next) => onSave({ parent_id: next })}
          />
        ) : (
          (parent && `${parent.key} ${parent.title}`) || "–"
        )}
      </RailField>
      <RailField label={t("objective.health")}>
        <HealthMark health={health} />
      </RailField>
      <RailField
        label={<Term meaning={t("objective.progressMeans")}>{t("objective.progress")}</Term>}
      >
        <Text size="sm">
          {progress === null ? t("objective.noResults") : figures.percent(progress / 100)}
        </Text>
      </RailField>
    </Rail>
  );
}

/** What it may contribute to: the product's other objectives, and the one it does now. */
function optionsOf(others: readonly Objective[], id: string, parent: Objective["parent"]) {
  const options = others
    .filter((other) => other.id !== id)
    .map(({ id: value, key, title }) => ({ value, label: `${key} ${title}` }));
  if (parent && !options.some(({ value }) => value === parent.id)) {
    options.push({ value: parent.id, label: `${parent.key} ${parent.title}` });
  }
  return options;
}
