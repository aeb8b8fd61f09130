import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PersonSelect } from "@/features/core/PersonSelect";
import { PersonPill } from "@/ui/PersonPill";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import { PeriodSelect } from "./PeriodSelect";
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
  const { owner, owner_id, period, progress } = objective;
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
