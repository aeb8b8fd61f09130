import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import type { Place } from "@/features/throughline/useObjectTab";
import { LoadingState } from "@/ui/LoadingState";
import { useSave } from "@/ui/useSave";
import { CheckIns } from "./CheckIns";
import { KeyResultProgress } from "./KeyResultProgress";
import { KeyResultRail } from "./KeyResultRail";
import { keyResultQuery } from "./queries";
import { Sparkline } from "./Sparkline";
import type { KeyResult } from "./types";

interface Props {
  id: string;
  place: Place;
}

export function KeyResultView({ id, place }: Props) {
  const { t } = useTranslation();
  const query = keyResultQuery(id);
  const path = `/key-results/${id}`;
  const { data: keyResult, error } = useQuery(query);
  const { mutate } = useSave<KeyResult>(query.queryKey, path, keyResult?.key);
  if (error && !keyResult) throw error;
  if (!keyResult) return <LoadingState />;
  const save = (fields: Partial<KeyResult>) => mutate({ seen: keyResult, fields });
  const canEdit = keyResult.can.edit === true && keyResult.archived_at === null;
  return (
    <ObjectSheet
      object={keyResult}
      path={path}
      place={place}
      onTitle={(title) => save({ title })}
      rail={<KeyResultRail keyResult={keyResult} canEdit={canEdit} onSave={save} />}
      body={
        <div>
          <KeyResultProgress keyResult={keyResult} />
          <Sparkline keyResult={keyResult} width={380} height={96} />
        </div>
      }
      own={[
        {
          value: "check-ins",
          label: t("checkIn.plural"),
          content: <CheckIns keyResult={keyResult} />,
        },
      ]}
    />
  );
}
