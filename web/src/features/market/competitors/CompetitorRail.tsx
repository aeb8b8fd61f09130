import { Anchor, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { RailSelect } from "@/features/throughline/RailSelect";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { LineField } from "../LineField";
import { COMPETITOR_TYPES, type Competitor } from "../types";
import { webAddress } from "../webAddress";

interface Props {
  competitor: Competitor;
  canEdit: boolean;
  onSave: (fields: Partial<Competitor>) => void;
}

export function CompetitorRail({ competitor, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const { type, website } = competitor;
  return (
    <Rail>
      <RailField label={t("competitor.type")}>
        {canEdit ? (
          <RailSelect
            aria-label={t("competitor.type")}
            allowDeselect={false}
            data={COMPETITOR_TYPES.map((value) => ({
              value,
              label: t(`competitor.types.${value}`),
            }))}
            value={type}
            onChange={(next) => onSave({ type: COMPETITOR_TYPES.find((known) => known === next) })}
          />
        ) : (
          <Text size="sm">{t(`competitor.types.${type}`)}</Text>
        )}
      </RailField>
      <LineField
        label={t("competitor.website")}
        placeholder="https://"
        value={website}
        canEdit={canEdit}
        onSave={(next) => onSave({ website: webAddress(next) })}
      />
      {website && (
        <RailField label="">
          <Anchor href={website} target="_blank" rel="noreferrer" fz="xs">
            {t("competitor.visit")}
          </Anchor>
        </RailField>
      )}
      <LineField
        label={t("competitor.pricing")}
        placeholder={t("competitor.pricingExample")}
        value={competitor.pricing}
        canEdit={canEdit}
        onSave={(pricing) => onSave({ pricing })}
      />
    </Rail>
  );
}
