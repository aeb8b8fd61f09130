import { useQuery } from "@tanstack/react-query";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import type { Place } from "@/features/throughline/useObjectTab";
import { LoadingState } from "@/ui/LoadingState";
import { useSave } from "@/ui/useSave";
import { InsightBody } from "./InsightBody";
import { InsightRail } from "./InsightRail";
import { MergedInto } from "./MergedInto";
import { MergedList } from "./MergedList";
import { insightQuery } from "./queries";
import type { Insight } from "./types";

interface Props {
  id: string;
  place: Place;
}

export function InsightView({ id, place }: Props) {
  const query = insightQuery(id);
  const path = `/insights/${id}`;
  const { data: insight, error } = useQuery(query);
  const { mutate } = useSave<Insight>(query.queryKey, path, insight?.key);
  if (error && !insight) throw error;
  if (!insight) return <LoadingState />;
  const save = (fields: Partial<Insight>) => mutate({ seen: insight, fields });
  const canEdit = insight.can.edit === true && insight.archived_at === null;
  return (
    <ObjectSheet
      object={insight}
      path={path}
      place={place}
      onTitle={(title) => save({ title })}
      rail={<InsightRail insight={insight} canEdit={canEdit} onSave={save} />}
      body={
        <>
          <MergedInto insight={insight} />
          <InsightBody insight={insight} canEdit={canEdit} onSave={(body) => save({ body })} />
          <MergedList insight={insight} canEdit={canEdit} />
        </>
      }
    />
  );
}
