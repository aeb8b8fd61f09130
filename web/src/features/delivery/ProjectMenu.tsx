import { useQuery } from "@tanstack/react-query";
import { ObjectMenu } from "@/features/throughline/ObjectMenu";
import type { PartProps } from "@/ui/shell/parts";
import { projectQuery } from "./delivery";

/** Archive and restore, in the head of the project's page. */
export default function ProjectMenu({ id }: PartProps) {
  const { data: project } = useQuery(projectQuery(id));
  return project ? <ObjectMenu object={project} path={`/projects/${id}`} place="page" /> : null;
}
