import { useQuery } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import type { PartProps } from "@/ui/shell/parts";
import { RolesButton } from "./RolesButton";

export default function RolesOfProject({ id }: PartProps) {
  const { data: project } = useQuery({
    queryKey: ["project", id],
    queryFn: ({ signal }) => http.get<Schemas["ProjectOut"]>(`/projects/${id}`, { signal }),
  });
  return project ? (
    <RolesButton kind="project" id={id} mayGive={project.can.plan === true} />
  ) : null;
}
