import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PersonSelect } from "@/features/core/PersonSelect";
import { RailSelect } from "@/features/throughline/RailSelect";
import { PersonPill } from "@/ui/PersonPill";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { useFigures } from "@/ui/words/figures";
import { IDEA_STATUSES } from "./discover";
import { IdeaStatusIcon } from "./IdeaStatusIcon";
import { IdeaStatusMark } from "./IdeaStatusMark";
import { ImpactField } from "./ImpactField";
import type { Idea } from "./types";

interface Props {
  idea: Idea;
  canEdit: boolean;
  onSave: (fields: Partial<Idea>) => void;
}

export function IdeaRail({ idea, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  return (
    <Rail>
      <RailField label={t("filter.status")}>
        {canEdit ? (
          <RailSelect
            aria-label={t("filter.status")}
            allowDeselect={false}
            leftSection={<IdeaStatusIcon status={idea.status} />}
            data={IDEA_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
            value={idea.status}
            onChange={(next) => onSave({ status: IDEA_STATUSES.find((known) => known === next) })}
          />
        ) : (
          <IdeaStatusMark status={idea.status} />
        )}
      </RailField>
      <RailField label={t("objective.owner")}>
        {canEdit ? (
          <PersonSelect
            variant="unstyled"
            size="sm"
            aria-label={t("objective.owner")}
            value={idea.owner_id !== undefined ? idea.owner_id : (idea.owner?.id ?? null)}
            onChange={(next) => onSave({ owner_id: next })}
          />
        ) : (
          <PersonPill person={idea.owner} />
        )}
      </RailField>
      <ImpactField kind="idea" id={idea.id} />
      <RailField label={t("column.proposed")}>
        <Text size="sm">{figures.date(idea.created_at)}</Text>
      </RailField>
    </Rail>
  );
}
