import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

export type PlanLint = Schemas["PlanLintOut"];
export type PlanFinding = PlanLint["findings"][number];

/** Judged anew with every edit, one's own or somebody else's. */
export function planFindingsQuery(projectId: string) {
  return queryOptions({
    queryKey: ["plan_findings", projectId],
    queryFn: ({ signal }) => http.get<PlanLint>(`/projects/${projectId}/findings`, { signal }),
    meta: { kinds: ["project", "work_item"] },
  });
}

/** The edits of several findings as one; those that would say the same twice are said once. */
export function together(findings: readonly PlanFinding[]): PlanFinding["edits"] {
  const seen = new Set<string>();
  return findings
    .flatMap(({ edits }) => edits)
    .filter((edit) => {
      const said = JSON.stringify(edit);
      return !seen.has(said) && seen.add(said);
    });
}
