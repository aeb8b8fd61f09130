import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";
import type { Choice } from "@/features/links/linkTypes";

export type GapItem = Shown<Schemas["GapItem"]>;
export type Gap = Omit<Schemas["GapsOut"], "items"> & { items: GapItem[] };

export function gapsQuery(productId: string | undefined) {
  return queryOptions({
    queryKey: ["gaps", productId ?? ""],
    queryFn: ({ signal }) => http.get<Gap[]>("/gaps", { query: { product_id: productId }, signal }),
  });
}

const RULES = [
  "project_without_why",
  "initiative_without_why",
  "idea_without_opportunity",
  "objective_without_work",
  "promise_without_evidence",
  "promise_without_plan",
  "opportunity_without_evidence",
  "insight_leads_nowhere",
] as const;

export type GapRule = (typeof RULES)[number];

/** The link that mends each gap: the direct action beside every item. */
const MENDED_BY: Record<GapRule, readonly Choice[]> = {
  project_without_why: [{ type: "realises", direction: "forward", kinds: ["initiative"] }],
  initiative_without_why: [
    { type: "advances", direction: "forward", kinds: ["objective"] },
    { type: "delivers", direction: "forward", kinds: ["idea"] },
  ],
  idea_without_opportunity: [{ type: "addresses", direction: "forward", kinds: ["opportunity"] }],
  objective_without_work: [{ type: "advances", direction: "backward", kinds: ["initiative"] }],
  promise_without_evidence: [{ type: "delivers", direction: "forward", kinds: ["idea"] }],
  promise_without_plan: [{ type: "realises", direction: "backward", kinds: ["project"] }],
  opportunity_without_evidence: [{ type: "supports", direction: "backward", kinds: ["insight"] }],
  insight_leads_nowhere: [
    { type: "supports", direction: "forward", kinds: ["opportunity", "idea"] },
  ],
};

export function isKnownRule(rule: string): rule is GapRule {
  return RULES.some((known) => known === rule);
}

export function mendersOf(rule: string): readonly Choice[] {
  return isKnownRule(rule) ? MENDED_BY[rule] : [];
}
