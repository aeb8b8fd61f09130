import { useQuery } from "@tanstack/react-query";
import { RiskPanel } from "@/features/discovery/risks/RiskPanel";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import type { Place } from "@/features/throughline/useObjectTab";
import { LoadingState } from "@/ui/LoadingState";
import { RichText } from "@/ui/text/RichText";
import { useSave } from "@/ui/useSave";
import { IdeaRail } from "./IdeaRail";
import { QuoteList } from "./QuoteList";
import { ideaQuery } from "./queries";
import type { Idea } from "./types";

interface Props {
  id: string;
  place: Place;
}

export function IdeaView({ id, place }: Props) {
  const query = ideaQuery(id);
  const path = `/ideas/${id}`;
  const { data: idea, error } = useQuery(query);
  const { mutate } = useSave<Idea>(query.queryKey, path, idea?.key);
  if (error && !idea) throw error;
  if (!idea) return <LoadingState />;
  const save = (fields: Partial<Idea>) => mutate({ seen: idea, fields });
  const canEdit = idea.can.edit === true && idea.archived_at === null;
  return (
    <ObjectSheet
      object={idea}
      path={path}
      place={place}
      onTitle={(title) => save({ title })}
      rail={<IdeaRail idea={idea} canEdit={canEdit} onSave={save} />}
      body={
        <>
          <RichText doc={idea.body} canEdit={canEdit} onSave={(body) => save({ body })} />
          <RiskPanel ideaId={id} canEdit={canEdit} />
          <QuoteList kind="idea" id={id} />
        </>
      }
    />
  );
}
