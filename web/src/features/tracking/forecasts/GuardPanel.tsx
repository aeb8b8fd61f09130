import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { Guard } from "./Guard";
import { guardQuery } from "./guard";

/** How the deadline of a project is guarded. */
export function GuardPanel({ projectId }: { projectId: string }) {
  const { data: guard, error } = useQuery(guardQuery(projectId));
  if (error && !guard) return <ErrorState title={error.title} detail={error.detail} />;
  if (!guard) return <LoadingState rows={2} />;
  return <Guard projectId={projectId} guard={guard} />;
}
