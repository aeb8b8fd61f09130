import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

export type MyWork = Schemas["MyWorkOut"];
export type MyTask = MyWork["items"][number];
export type When = MyTask["when"];

export const ORDER: readonly When[] = ["late", "today", "this_week", "next_week", "later", "done"];

export const myWorkQuery = queryOptions({
  queryKey: ["work_item", "mine"],
  meta: { kinds: ["project", "work_item", "several"] },
  queryFn: ({ signal }) => http.get<MyWork>("/my-work", { signal }),
});

/** What is due when, in that order, without what is empty. */
export function byWhen(items: readonly MyTask[]): [When, MyTask[]][] {
  return ORDER.flatMap((when): [When, MyTask[]][] => {
    const inside = items.filter((item) => item.when === when);
    return inside.length > 0 ? [[when, inside]] : [];
  });
}

/** The entries of a checklist that the member is to do, or did. */
export function givenTo(checklist: MyTask["checklist"], memberId: string): MyTask["checklist"] {
  return checklist.filter(({ assignee_id }) => assignee_id === memberId);
}

/** Days of its project that are left, to a quarter. */
export const daysLeft = ({ remaining_minutes, minutes_per_day }: MyTask): number =>
  Math.round((4 * remaining_minutes) / minutes_per_day) / 4;
