import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { BlurText } from "@/features/discovery/risks/BlurText";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import { RailSelect } from "@/features/throughline/RailSelect";
import { LoadingState } from "@/ui/LoadingState";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import type { PeekProps } from "@/ui/shell/registry";
import { useSave } from "@/ui/useSave";
import { criterionQuery } from "../queries";
import type { Criterion } from "../types";

const WEIGHTS = ["0", "1", "2", "3", "4", "5"] as const;

/** What the product and its competitors are compared by, and how much it matters. */
export default function CriterionPeek({ id, place = "peek" }: PeekProps) {
  const { t } = useTranslation();
  const query = criterionQuery(id);
  const path = `/criteria/${id}`;
  const { data: criterion, error } = useQuery(query);
  const { mutate } = useSave<Criterion>(query.queryKey, path, criterion?.key);
  if (error && !criterion) throw error;
  if (!criterion) return <LoadingState />;
  const save = (fields: Partial<Criterion>) => mutate({ seen: criterion, fields });
  const canEdit = criterion.can.edit === true && criterion.archived_at === null;
  return (
    <ObjectSheet
      object={criterion}
      path={path}
      place={place}
      onTitle={(title) => save({ title })}
      rail={
        <Rail>
          <RailField label={t("comparison.weight")}>
            {canEdit ? (
              <RailSelect
                aria-label={t("comparison.weight")}
                allowDeselect={false}
                data={WEIGHTS.map((value) => ({ value, label: value }))}
                value={String(criterion.weight)}
                onChange={(next) => next && save({ weight: Number(next) })}
              />
            ) : (
              <Text size="sm">{criterion.weight}</Text>
            )}
          </RailField>
        </Rail>
      }
      body={
        <BlurText
          label={t("comparison.lookAt")}
          placeholder={t("comparison.lookAtExample")}
          readOnly={!canEdit}
          value={criterion.description}
          onSave={(description) => save({ description })}
        />
      }
    />
  );
}
