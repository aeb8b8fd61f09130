import { useQuery } from "@tanstack/react-query";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { ObjectParts } from "@/ui/shell/ObjectParts";
import { useSave } from "@/ui/useSave";
import { CapacitySteps } from "./CapacitySteps";
import { RatesTable } from "./RatesTable";
import { ResourceRail } from "./ResourceRail";
import { type Resource, resourceQuery } from "./resources";
import { SkillsField } from "./SkillsField";
import { TimeOffTable } from "./TimeOffTable";

interface Props {
  id: string;
  place: "page" | "peek";
}

/** Somebody or something that does the work: what they can, when they can, and what they cost. */
export function ResourceSheet({ id, place }: Props) {
  const query = resourceQuery(id);
  const path = `/resources/${id}`;
  const { data: resource, error } = useQuery(query);
  const save = useSave<Resource>(query.queryKey, path, resource?.key);
  if (error && !resource) return <ErrorState title={error.title} detail={error.detail} />;
  if (!resource) return <LoadingState rows={4} />;
  const edit = (fields: Record<string, unknown>) =>
    save.mutate({ seen: resource, fields: fields as Partial<Resource> });
  const canEdit = resource.can.edit === true && resource.archived_at === null;
  const works = resource.type !== "material" && resource.type !== "cost";
  return (
    <ObjectSheet
      object={resource}
      path={path}
      place={place}
      onTitle={(title) => edit({ title })}
      rail={<ResourceRail resource={resource} canEdit={canEdit} onEdit={edit} />}
      body={
        <>
          {works && <SkillsField resource={resource} canEdit={canEdit} onEdit={edit} />}
          {works && (
            <TimeOffTable
              days={resource.time_off}
              canEdit={canEdit}
              onChange={(time_off) => edit({ time_off })}
            />
          )}
          {works && (
            <CapacitySteps
              steps={resource.capacity_steps}
              canEdit={canEdit}
              onChange={(capacity_steps) => edit({ capacity_steps })}
            />
          )}
          {resource.can.rates && <RatesTable resource={resource} />}
          <ObjectParts place="section" kind="resource" id={id} />
        </>
      }
    />
  );
}
