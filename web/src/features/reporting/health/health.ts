import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";

export type Health = Omit<Schemas["ProductHealthOut"], "sections"> & { sections: Section[] };
export type Section = Omit<Schemas["SectionOut"], "named"> & {
  named: Shown<Schemas["NamedOut"]>[];
};
export type Figure = Schemas["FigureOut"];

/** Where the rows behind a section are. */
export const SOURCE = {
  objectives: "strategy",
  confidence: "roadmap",
  promises: "promises",
  launches: "launches",
  evidence: "discover",
  flow: "projects",
  updates: "roadmap",
} as const satisfies Record<Section["name"], string>;

export function healthQuery(productId: string) {
  return queryOptions({
    queryKey: ["product-health", productId],
    queryFn: ({ signal }) => http.get<Health>(`/products/${productId}/health`, { signal }),
    enabled: productId !== "",
    meta: {
      kinds: [
        "initiative",
        "objective",
        "key_result",
        "promise",
        "launch",
        "outcome_review",
        "insight",
        "project",
        "work_item",
      ],
    },
  });
}

export type Trend = "better" | "worse" | "same" | "more" | "less" | "unknown";

/** What became of a figure: better or worse where one way is good, else more or less. */
export function trendOf({ value, was, better }: Figure): Trend {
  if (value === null || was === null) return "unknown";
  if (value === was) return "same";
  const way = value > was ? "more" : "less";
  if (better === "") return way;
  return way === better ? "better" : "worse";
}
