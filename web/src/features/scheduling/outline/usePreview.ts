import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { http } from "@/api/http";
import { type Edit, type Edited, type Plan, planAddress } from "../plan";

/** What edits would do, computed and not saved; nothing while there are none. */
export function usePreview(plan: Plan, edits: readonly Edit[]) {
  const { project, scenario } = plan;
  return useQuery({
    queryKey: ["plan_preview", scenario?.id ?? project.id, project.plan_version, edits],
    queryFn: ({ signal }) =>
      http.post<Edited>(
        `${planAddress(project.id, scenario?.id)}/plan-edits`,
        { edits },
        { query: { preview: true }, signal },
      ),
    enabled: edits.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
}
