import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { type Asked, queryOf } from "@/features/core/list/lists";
import { type List, useList } from "@/features/core/list/useList";
import { useOpening } from "@/features/core/list/useOpening";
import type { Clause } from "@/ui/list/types";
import type { Plan } from "../plan";
import type { OnPlanView, PlanView } from "../view";
import { SHOWN, type Shown } from "./showing";

const LAYOUT = "gantt";
const NO_COLUMNS: readonly string[] = [];
/** What of the chart's look a saved view keeps, beside what is filtered by. */
const KEPT = ["group", "show", "columns", "zoom"] as const;
/** What of it is another look at the plan; to zoom is none. */
const ASKED = ["group", "show", "columns"] as const;
const NONE = "none";

export interface PlanLook {
  list: List;
  view: PlanView;
  onView: OnPlanView;
}

/** Which rows of the chart are shown, and how: what the address says, else what the saved view does. */
export function usePlanList(
  project: Plan["project"],
  said: PlanView,
  onView: OnPlanView,
): PlanLook {
  const setOf = useOpening(KEPT);
  const own = useList("work_item", project.product_id ?? undefined, NO_COLUMNS, LAYOUT);
  const settings = own.view?.config.settings ?? {};
  const kept = (name: (typeof KEPT)[number]) =>
    said[name] ?? (String(settings[name] ?? "") || undefined);
  const view = {
    ...said,
    group: kept("group"),
    show: kept("show"),
    columns: kept("columns"),
    zoom: kept("zoom"),
  };
  const chosen = own.view
    ? ASKED.some((name) => said[name] !== undefined && said[name] !== String(settings[name] ?? ""))
    : ASKED.some((name) => said[name] !== undefined);
  const within: Clause[] = useMemo(() => [["project", "is", project.id]], [project.id]);
  const list: List = {
    ...own,
    within,
    settings: Object.fromEntries(
      KEPT.flatMap((name) => (view[name] && view[name] !== NONE ? [[name, view[name]]] : [])),
    ),
    isChanged: own.isChanged || chosen,
    isNarrowed: own.isNarrowed || shownOf(view) !== undefined,
    set: setOf(own),
  };
  const change: OnPlanView = (wanted) =>
    onView(
      Object.fromEntries(
        Object.entries(wanted).map(([name, value]) => [
          name,
          // Against a saved view it must be said that there is none.
          value === undefined && ASKED.some((each) => each === name && settings[each])
            ? NONE
            : value,
        ]),
      ),
    );
  return { list, view, onView: change };
}

export function shownOf({ show }: Pick<PlanView, "show">): Shown | undefined {
  return SHOWN.find((each) => each === show);
}

/** The ids of the items that are filtered for; undefined where all are meant, or nobody knows yet. */
export function useFound(
  { kind, productId, state, within }: List,
  canFilter: boolean,
): ReadonlySet<string> | undefined {
  const isAsked = canFilter && (state.q !== "" || state.where.length > 0);
  const { data } = useQuery({
    ...idsQuery({ kind, productId, state, within }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  return useMemo(() => (isAsked && data ? new Set(data.items) : undefined), [isAsked, data]);
}

function idsQuery(asked: Asked) {
  const query = queryOf(asked);
  return queryOptions({
    queryKey: [asked.kind, "list", "ids", query],
    queryFn: ({ signal }) =>
      http.get<Schemas["ListIds"]>(`/lists/${asked.kind}/ids`, { query, signal }),
    meta: { kinds: ["project"] },
  });
}
