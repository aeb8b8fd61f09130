import { useQuery } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import type { PartProps } from "@/ui/shell/parts";
import { ShareButton } from "./ShareButton";

export default function ShareProject({ id }: PartProps) {
  const { data: project } = useQuery({
    queryKey: ["project", id],
    queryFn: ({ signal }) => http.get<Schemas["ProjectOut"]>(`/projects/${id}`, { signal }),
  });
  return project?.can.plan ? (
    <ShareButton view="timeline" objectId={id} title={project.title} />
  ) : null;
}
