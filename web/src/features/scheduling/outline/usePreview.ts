import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Edit, Plan } from "../plan";
import { sendEdits } from "../sendEdits";

/** What edits would do, computed and not saved; nothing while there are none. */
export function usePreview(plan: Plan, edits: readonly Edit[]) {
  const { project, scenario } = plan;
  return useQuery({
    queryKey: ["plan_preview", scenario?.id ?? project.id, project.plan_version, edits],
    queryFn: ({ signal }) =>
      sendEdits({
        projectId: project.id,
        scenarioId: scenario?.id,
        edits,
        plan,
        preview: true,
        signal,
      }),
    enabled: edits.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
}
