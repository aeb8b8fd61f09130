import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { BlurText } from "@/features/discovery/risks/BlurText";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import type { Place } from "@/features/throughline/useObjectTab";
import { LoadingState } from "@/ui/LoadingState";
import { useSave } from "@/ui/useSave";
import { AnswerBox } from "./AnswerBox";
import { Chain } from "./Chain";
import { ImpactSection } from "./ImpactSection";
import { RequestRail } from "./RequestRail";
import { type ChangeRequest, requestQuery } from "./requests";

interface Props {
  id: string;
  place: Place;
}

type Fields = Partial<ChangeRequest> & { scenario_id?: string | null };

/** A change request: what and why, what it would do, and who has agreed. */
export function RequestView({ id, place }: Props) {
  const { t } = useTranslation();
  const query = requestQuery(id);
  const path = `/change-requests/${id}`;
  const { data: request, error } = useQuery(query);
  const { mutate } = useSave<ChangeRequest & Fields>(query.queryKey, path, request?.key);
  if (error && !request) throw error;
  if (!request) return <LoadingState />;
  const save = (fields: Fields) => mutate({ seen: request, fields });
  const canEdit = request.can.edit === true;
  return (
    <ObjectSheet
      object={request}
      path={path}
      place={place}
      onTitle={(title) => save({ title })}
      rail={
        <RequestRail
          request={request}
          canEdit={canEdit}
          onScenario={(scenario_id) => save({ scenario_id })}
        />
      }
      body={
        <Stack gap="lg">
          <AnswerBox key={request.version} request={request} />
          {(["reason", "proposal"] as const).map((name) => (
            <BlurText
              key={name}
              label={t(`request.${name}`)}
              placeholder={canEdit ? t(`request.${name}Hint`) : "–"}
              readOnly={!canEdit}
              value={request[name]}
              onSave={(text) => save({ [name]: text })}
            />
          ))}
          <ImpactSection request={request} />
          <Chain request={request} />
        </Stack>
      }
    />
  );
}
