import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

export type Explanation = Schemas["ExplanationOut"];
export type Reason = Explanation["reasons"][number];
export type Move = Explanation["moves"][number];
export type DateName = "start" | "finish" | "late_finish";

const DAY = 24 * 60;

/** Hangs on the whole plan, as the item's own dates do. */
export function explanationQuery(id: string, date: DateName) {
  return queryOptions({
    queryKey: ["work_item", id, "explanation", date],
    queryFn: ({ signal }) =>
      http.get<Explanation>(`/work-items/${id}/explanation?date=${date}`, { signal }),
    meta: { kinds: ["project", "work_item"] },
  });
}

/** The steps worth a line: a night between two working days is none. */
export function steps(reasons: readonly Reason[]): Reason[] {
  return reasons.filter(({ kind, minutes }) => kind !== "calendar" || Math.abs(minutes) >= DAY);
}
