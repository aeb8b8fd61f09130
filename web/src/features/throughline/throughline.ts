import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";

export type Line = Omit<Schemas["ThroughlineOut"], "nodes"> & { nodes: LineNode[] };
export type LineNode = Shown<Schemas["NodeOut"]>;
export type LineEdge = Schemas["EdgeOut"];

export function throughlineQuery(kind: string, id: string) {
  return queryOptions({
    queryKey: ["throughline", kind, id],
    queryFn: ({ signal }) => http.get<Line>(`/throughline/${kind}/${id}`, { signal }),
  });
}
