import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { foreseen } from "./foreseen";
import { type Plan, planQuery } from "./plan";
import { usePendingEdits } from "./usePlanEdits";

/** The plan as saved, with the edits on their way drawn in. */
export function usePlan(projectId: string, scenarioId?: string) {
  const { data, error, refetch } = useQuery(planQuery(projectId, scenarioId));
  const pending = usePendingEdits(scenarioId ?? projectId);
  // The list is new on every render; what counts is what is in it.
  const waiting = JSON.stringify(pending);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `waiting` stands for `pending`
  const plan: Plan | undefined = useMemo(
    () => (data && pending.length > 0 ? foreseen(data, pending) : data),
    [data, waiting],
  );
  return { plan, error, refetch };
}
