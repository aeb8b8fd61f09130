import { useQuery } from "@tanstack/react-query";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import type { Place } from "@/features/throughline/useObjectTab";
import { LoadingState } from "@/ui/LoadingState";
import { RichText } from "@/ui/text/RichText";
import { useSave } from "@/ui/useSave";
import { experimentQuery } from "../queries";
import type { Experiment } from "../types";
import classes from "./Experiment.module.css";
import { ExperimentPlan } from "./ExperimentPlan";
import { ExperimentRail } from "./ExperimentRail";
import { ExperimentResult } from "./ExperimentResult";

interface Props {
  id: string;
  place: Place;
}

/** An experiment: what was fixed before, how it goes, what came out and what somebody made of it. */
export function ExperimentView({ id, place }: Props) {
  const query = experimentQuery(id);
  const path = `/experiments/${id}`;
  const { data: experiment, error } = useQuery(query);
  const { mutate } = useSave<Experiment>(query.queryKey, path, experiment?.key);
  if (error && !experiment) throw error;
  if (!experiment) return <LoadingState />;
  const save = (fields: Partial<Experiment>) => mutate({ seen: experiment, fields });
  const canEdit = experiment.can.edit === true && experiment.archived_at === null;
  return (
    <ObjectSheet
      object={experiment}
      path={path}
      place={place}
      onTitle={(title) => save({ title })}
      rail={<ExperimentRail experiment={experiment} canEdit={canEdit} onSave={save} />}
      body={
        <div className={classes.body}>
          <ExperimentPlan experiment={experiment} canEdit={canEdit} onSave={save} />
          <ExperimentResult experiment={experiment} canEdit={canEdit} onSave={save} />
          <RichText doc={experiment.body} canEdit={canEdit} onSave={(body) => save({ body })} />
        </div>
      }
    />
  );
}
