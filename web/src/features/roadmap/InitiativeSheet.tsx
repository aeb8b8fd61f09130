import { useQuery } from "@tanstack/react-query";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { ObjectParts } from "@/ui/shell/ObjectParts";
import { RichText } from "@/ui/text/RichText";
import { InitiativeGoal } from "./InitiativeGoal";
import { InitiativeGraph } from "./InitiativeGraph";
import { InitiativeObjectives } from "./InitiativeObjectives";
import { InitiativePromises } from "./InitiativePromises";
import { InitiativeRail } from "./InitiativeRail";
import { type Fields, initiativeQuery } from "./roadmap";
import { useInitiativeSave } from "./useInitiativeSave";

interface Props {
  id: string;
  place: "page" | "peek";
}

export function InitiativeSheet({ id, place }: Props) {
  const query = initiativeQuery(id);
  const path = `/initiatives/${id}`;
  const { data: initiative, error } = useQuery(query);
  const save = useInitiativeSave(initiative?.product_id ?? "");
  if (error && !initiative) return <ErrorState title={error.title} detail={error.detail} />;
  if (!initiative) return <LoadingState rows={4} />;
  const edit = (fields: Fields) => save.mutate({ seen: initiative, fields });
  return (
    <ObjectSheet
      object={initiative}
      path={path}
      place={place}
      onTitle={(title) => edit({ title })}
      rail={<InitiativeRail initiative={initiative} onEdit={edit} />}
      body={
        <>
          <RichText
            doc={initiative.body}
            canEdit={initiative.can.edit === true}
            onSave={(body) => edit({ body })}
          />
          <InitiativeGoal initiative={initiative} onEdit={edit} />
          <InitiativeObjectives initiativeId={id} />
          <InitiativeGraph initiative={initiative} />
          <InitiativePromises initiative={initiative} />
          <ObjectParts place="section" kind="initiative" id={id} />
        </>
      }
    />
  );
}
