import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PersonSelect } from "@/features/core/PersonSelect";
import { SpeaksFor } from "@/features/market/personas/SpeaksFor";
import { RailSelect } from "@/features/throughline/RailSelect";
import { DateField } from "@/ui/DateField";
import { PeekLink } from "@/ui/PeekLink";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { ConfidenceBar } from "../risks/ConfidenceBar";
import { type Experiment, METHODS } from "../types";
import { VerdictMark } from "../VerdictMark";

interface Props {
  experiment: Experiment;
  canEdit: boolean;
  onSave: (fields: Partial<Experiment>) => void;
}

export function ExperimentRail({ experiment, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const { idea, risk } = experiment;
  return (
    <Rail>
      <RailField label={t("experiment.state")}>
        <VerdictMark experiment={experiment} />
      </RailField>
      <RailField label={t("kind.idea")}>
        <PeekLink kind="idea" id={idea.id} objectKey={idea.key} fz="sm">
          {idea.key} {idea.title}
        </PeekLink>
      </RailField>
      <RailField label={t(`risk.${risk}`)}>
        <ConfidenceBar confidence={experiment.confidence} />
      </RailField>
      <RailField label={t("experiment.method")}>
        {canEdit && experiment.state === "planned" ? (
          <RailSelect
            aria-label={t("experiment.method")}
            allowDeselect={false}
            data={METHODS.map((value) => ({ value, label: t(`experiment.methods.${value}`) }))}
            value={experiment.method}
            onChange={(next) => onSave({ method: METHODS.find((known) => known === next) })}
          />
        ) : (
          <Text size="sm">{t(`experiment.methods.${experiment.method}`)}</Text>
        )}
      </RailField>
      <RailField label={t("risk.owner")}>
        {canEdit ? (
          <PersonSelect
            variant="unstyled"
            size="sm"
            aria-label={t("risk.owner")}
            value={experiment.owner?.id ?? null}
            onChange={(owner_id) => onSave({ owner_id })}
          />
        ) : (
          <Text size="sm">{experiment.owner?.name ?? t("person.none")}</Text>
        )}
      </RailField>
      <SpeaksFor object={experiment} productId={experiment.product_id} canEdit={canEdit} />
      <RailField label={t("experiment.starts")}>
        <DateField
          aria-label={t("experiment.starts")}
          value={experiment.starts_on}
          readOnly={!canEdit}
          onChange={(starts_on) => onSave({ starts_on })}
        />
      </RailField>
      <RailField label={t("experiment.ends")}>
        <DateField
          aria-label={t("experiment.ends")}
          value={experiment.ends_on}
          readOnly={!canEdit}
          onChange={(ends_on) => onSave({ ends_on })}
        />
      </RailField>
    </Rail>
  );
}
