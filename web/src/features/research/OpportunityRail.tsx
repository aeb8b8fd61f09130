import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { RailSelect } from "@/features/throughline/RailSelect";
import { PeekLink } from "@/ui/PeekLink";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { useFigures } from "@/ui/words/figures";
import { ImpactField } from "./ImpactField";
import { branchOf } from "./tree";
import type { Opportunity } from "./types";

interface Props {
  opportunity: Opportunity;
  /** All of the product's: one of them may be its parent. */
  siblings: readonly Opportunity[];
  canEdit: boolean;
  onSave: (fields: Partial<Opportunity>) => void;
}

export function OpportunityRail({ opportunity, siblings, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const parent = siblings.find(({ id }) => id === opportunity.parent_id);
  const branch = branchOf(siblings, opportunity.id);
  const options = siblings
    .filter(({ id }) => !branch.has(id))
    .map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }));
  return (
    <Rail>
      <RailField label={t("column.under")}>
        {canEdit ? (
          <RailSelect
            aria-label={t("column.under")}
            placeholder={t("opportunity.top")}
            searchable
            clearable
            data={options}
            value={opportunity.parent_id}
            onChange={(parent_id) => onSave({ parent_id })}
          />
        ) : parent ? (
          <PeekLink kind="opportunity" id={parent.id} objectKey={parent.key} fz="sm">
            {parent.key} {parent.title}
          </PeekLink>
        ) : (
          <Text size="sm" c="dimmed">
            {t("opportunity.top")}
          </Text>
        )}
      </RailField>
      <ImpactField kind="opportunity" id={opportunity.id} />
      <RailField label={t("column.named")}>
        <Text size="sm">{figures.date(opportunity.created_at)}</Text>
      </RailField>
    </Rail>
  );
}
