import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";
import type { Page } from "@/api/types";

export const LAUNCH_TABS = [
  "cards",
  "list",
  "steps",
  "reviews",
  "milestones",
  "templates",
] as const;
export type LaunchTab = (typeof LAUNCH_TABS)[number];

export type Launch = Shown<Schemas["LaunchOut"]>;
export type ListedLaunch = Shown<Schemas["ListedLaunch"]>;
export type LaunchStep = Schemas["LaunchStepOut"];
export type Review = Schemas["OutcomeReviewOut"];
export type Template = Schemas["LaunchTemplateOut"];

const KINDS = ["launch", "launch_step", "outcome_review", "initiative"];

export function launchesQuery(productId: string) {
  return infiniteQueryOptions({
    queryKey: ["launches", productId],
    queryFn: ({ signal, pageParam }) =>
      http.get<Page<ListedLaunch>>("/launches", {
        query: { product_id: productId, cursor: pageParam },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    meta: { kinds: KINDS },
  });
}

export function launchQuery(id: string) {
  return queryOptions({
    queryKey: ["launch", id],
    queryFn: ({ signal }) => http.get<Launch>(`/launches/${id}`, { signal }),
    meta: { kinds: KINDS },
  });
}

export function reviewQuery(id: string) {
  return queryOptions({
    queryKey: ["outcome_review", id],
    queryFn: ({ signal }) => http.get<Review>(`/outcome-reviews/${id}`, { signal }),
    meta: { kinds: KINDS },
  });
}

export function stepQuery(id: string) {
  return queryOptions({
    queryKey: ["launch_step", id],
    queryFn: ({ signal }) => http.get<LaunchStep>(`/launch-steps/${id}`, { signal }),
    meta: { kinds: KINDS },
  });
}

export function templateQuery(id: string) {
  return queryOptions({
    queryKey: ["launch_template", id],
    queryFn: ({ signal }) => http.get<Template>(`/launch-templates/${id}`, { signal }),
    meta: { kinds: ["launch_template"] },
  });
}

export function templatesQuery(productId: string) {
  return queryOptions({
    queryKey: ["launchTemplates", productId],
    queryFn: ({ signal }) =>
      http.get<Template[]>(`/products/${productId}/launch-templates`, { signal }),
    meta: { kinds: ["launch_template"] },
  });
}

/** "T−14", "T", "T+1". */
export function countdown(offset: number): string {
  if (offset === 0) return "T";
  return offset < 0 ? `T−${-offset}` : `T+${offset}`;
}

export type Verdict = NonNullable<Launch["decisions"][number]["verdict"]>;

/** The last word on going: null before anybody said one. */
export const lastWord = (launch: Launch): Verdict | null =>
  launch.decisions.at(-1)?.verdict ?? null;
