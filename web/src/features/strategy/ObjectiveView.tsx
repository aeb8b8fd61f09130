import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import type { Place } from "@/features/throughline/useObjectTab";
import { LoadingState } from "@/ui/LoadingState";
import { RichText } from "@/ui/text/RichText";
import { useSave } from "@/ui/useSave";
import { Contributions } from "./Contributions";
import { ObjectiveRail } from "./ObjectiveRail";
import { ObjectiveResults } from "./ObjectiveResults";
import { objectiveQuery } from "./queries";
import type { Objective } from "./types";

interface Props {
  id: string;
  place: Place;
}

export function ObjectiveView({ id, place }: Props) {
  const { t } = useTranslation();
  const query = objectiveQuery(id);
  const path = `/objectives/${id}`;
  const { data: objective, error } = useQuery(query);
  const { mutate } = useSave<Objective>(query.queryKey, path, objective?.key);
  if (error && !objective) throw error;
  if (!objective) return <LoadingState />;
  const save = (fields: Partial<Objective>) => mutate({ seen: objective, fields });
  const canEdit = objective.can.edit === true && objective.archived_at === null;
  return (
    <ObjectSheet
      object={objective}
      path={path}
      place={place}
      onTitle={(title) => save({ title })}
      rail={<ObjectiveRail objective={objective} canEdit={canEdit} onSave={save} />}
      body={<RichText doc={objective.body} canEdit={canEdit} onSave={(body) => save({ body })} />}
      own={[
        {
          value: "results",
          label: t("keyResult.plural"),
          content: <ObjectiveResults objective={objective} canEdit={canEdit} />,
        },
        {
          value: "work",
          label: t("contribution.work"),
          content: <Contributions objectiveId={id} />,
        },
      ]}
    />
  );
}
