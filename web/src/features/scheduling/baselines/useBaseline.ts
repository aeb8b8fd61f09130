import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { comparisonQuery, type Moment, type Variance } from "./baselines";

/** Where the chosen baseline had each item; nothing where none is chosen. */
export function useBaseline(
  projectId: string,
  moment: Moment | undefined,
): readonly Variance[] | undefined {
  const { data } = useQuery({
    ...comparisonQuery(projectId, moment ?? ""),
    enabled: moment !== undefined,
    // While the plan is edited the rows keep their ghosts.
    placeholderData: keepPreviousData,
  });
  return moment === undefined ? undefined : data?.items;
}
