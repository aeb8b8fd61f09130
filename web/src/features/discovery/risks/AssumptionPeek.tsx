import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import { LoadingState } from "@/ui/LoadingState";
import { PeekLink } from "@/ui/PeekLink";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import type { PeekProps } from "@/ui/shell/registry";
import { useSave } from "@/ui/useSave";
import { assumptionQuery } from "../queries";
import type { Assumption } from "../types";
import { BlurText } from "./BlurText";
import { ConfidenceBar } from "./ConfidenceBar";

/** What must be true of one risk of an idea, on its own; the rest is told beside the other three. */
export default function AssumptionPeek({ id, place = "peek" }: PeekProps) {
  const { t } = useTranslation();
  const query = assumptionQuery(id);
  const path = `/assumptions/${id}`;
  const { data: assumption, error } = useQuery(query);
  const { mutate } = useSave<Assumption>(query.queryKey, path, assumption?.key);
  if (error && !assumption) throw error;
  if (!assumption) return <LoadingState />;
  const save = (fields: Partial<Assumption>) => mutate({ seen: assumption, fields });
  const canEdit = assumption.can.edit === true && assumption.archived_at === null;
  const { idea } = assumption;
  return (
    <ObjectSheet
      object={assumption}
      path={path}
      place={place}
      onTitle={(title) => save({ title })}
      rail={
        <Rail>
          <RailField label={t("kind.idea")}>
            <PeekLink kind="idea" id={idea.id} objectKey={idea.key} fz="sm">
              {idea.key} {idea.title}
            </PeekLink>
          </RailField>
          <RailField label={t("risk.one")}>
            <Text size="sm">{t(`risk.${assumption.risk}`)}</Text>
          </RailField>
          <RailField label={t("risk.confidence")}>
            <ConfidenceBar confidence={assumption.confidence} />
          </RailField>
          <RailField label={t("risk.importance")}>
            <Text size="sm">{assumption.importance}</Text>
          </RailField>
          <RailField label={t("risk.owner")}>
            <Text size="sm">{assumption.owner?.name ?? t("person.none")}</Text>
          </RailField>
        </Rail>
      }
      body={
        <Stack gap="md">
          <BlurText
            label={t("risk.nextTest")}
            readOnly={!canEdit}
            value={assumption.next_test}
            onSave={(next_test) => save({ next_test })}
          />
          {assumption.threshold && (
            <div>
              <Text size="sm" fw={500}>
                {t("risk.threshold")}
              </Text>
              <Text size="sm">{assumption.threshold}</Text>
            </div>
          )}
        </Stack>
      }
    />
  );
}
