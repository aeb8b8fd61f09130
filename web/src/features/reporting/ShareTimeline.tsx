import { useQuery } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import type { PeekProps } from "@/ui/shell/registry";
import { ShareButton } from "./ShareButton";

/** Beside a project, for whoever may plan it. */
export default function ShareTimeline({ id }: PeekProps) {
  const { data: project } = useQuery({
    queryKey: ["project", id],
    queryFn: ({ signal }) => http.get<Schemas["ProjectOut"]>(`/projects/${id}`, { signal }),
  });
  if (!project?.can.plan) return null;
  return <ShareButton view="timeline" objectId={id} title={project.title} />;
}
