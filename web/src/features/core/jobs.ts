import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Job } from "@/api/types";

export function isOver(job: Pick<Job, "state">): boolean {
  return job.state === "done" || job.state === "failed" || job.state === "cancelled";
}

/** A job, watched until it is over. */
export function jobQuery(id: string) {
  return queryOptions({
    queryKey: ["job", id],
    queryFn: ({ signal }) => http.get<Job>(`/jobs/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : 700),
  });
}
