import { useQuery } from "@tanstack/react-query";
import { LinksPanel } from "@/features/links/LinksPanel";
import { ObjectTabs } from "@/features/throughline/ObjectTabs";
import { ObjectParts } from "@/ui/shell/ObjectParts";
import type { PartProps } from "@/ui/shell/parts";
import { useSave } from "@/ui/useSave";
import { type Project, projectQuery } from "./delivery";
import classes from "./ProjectDetails.module.css";
import { ProjectRail } from "./ProjectRail";

/** A project's own fields, agreement, links and history, as a view of its page. */
export default function ProjectDetails({ id }: PartProps) {
  const query = projectQuery(id);
  const { data: project } = useQuery(query);
  const save = useSave<Project>(query.queryKey, `/projects/${id}`, project?.code);
  if (!project) return null;
  return (
    <div className={classes.details}>
      <aside className={classes.rail}>
        <ProjectRail
          project={project}
          onEdit={(fields) => save.mutate({ seen: project, fields })}
        />
      </aside>
      <div className={classes.body}>
        <ObjectParts place="section" kind="project" id={id} />
        <LinksPanel object={project} canEdit={project.can.edit === true} />
        <ObjectTabs object={project} place="page" />
      </div>
    </div>
  );
}
