import { useQuery } from "@tanstack/react-query";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { ObjectParts } from "@/ui/shell/ObjectParts";
import { RichText } from "@/ui/text/RichText";
import { useSave } from "@/ui/useSave";
import { InitiativeRail } from "./InitiativeRail";
import { type Initiative, initiativeQuery } from "./roadmap";

interface Props {
  id: string;
  place: "page" | "peek";
}

export function InitiativeSheet({ id, place }: Props) {
  const query = initiativeQuery(id);
  const path = `/initiatives/${id}`;
  const { data: initiative, error } = useQuery(query);
  const save = useSave<Initiative>(query.queryKey, path, initiative?.key);
  if (error && !initiative) return <ErrorState title={error.title} detail={error.detail} />;
  if (!initiative) return <LoadingState rows={4} />;
  const edit = (fields: Partial<Initiative>) => save.mutate({ seen: initiative, fields });
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
          <ObjectParts place="section" kind="initiative" id={id} />
        </>
      }
    />
  );
}
