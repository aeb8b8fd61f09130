import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import type { Change, Kind } from "@/api/types";

export type Since = Omit<Schemas["SinceOut"], "changes"> & { changes: Change[] };
export type Visit = Schemas["VisitOut"];

/** What others changed since this person's look before this one. */
export function sinceQuery(kind: Kind, id: string) {
  return queryOptions({
    queryKey: ["since", kind, id],
    queryFn: ({ signal }) => http.get<Since>(`/objects/${kind}/${id}/since`, { signal }),
    meta: { kinds: [kind] },
  });
}

/** Who looked, the latest first; for whoever contributes. */
export function visitsQuery(kind: Kind, id: string) {
  return queryOptions({
    queryKey: ["visits", kind, id],
    queryFn: ({ signal }) => http.get<Visit[]>(`/objects/${kind}/${id}/visits`, { signal }),
  });
}

/** Who looked at one view of it, each once, the latest first. */
export function lookersOf(visits: readonly Visit[], view: string): Visit[] {
  const known = new Set<string>();
  return visits.filter((visit) => {
    if (visit.view !== view || known.has(visit.by.id)) return false;
    known.add(visit.by.id);
    return true;
  });
}

/** Takes down that this person looks now; what is new since the look before is asked for after. */
export function useSeen(kind: Kind, id: string, view = "", isOn = true): void {
  const cache = useQueryClient();
  useEffect(() => {
    if (!isOn) return;
    http.post(`/objects/${kind}/${id}/visit`, { view }).then(
      () =>
        Promise.all([
          cache.invalidateQueries({ queryKey: ["since", kind, id] }),
          cache.invalidateQueries({ queryKey: ["visits", kind, id] }),
        ]),
      // What fails here is only a convenience for next time.
      () => undefined,
    );
  }, [cache, kind, id, view, isOn]);
}
