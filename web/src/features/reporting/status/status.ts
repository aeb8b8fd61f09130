import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";
import type { Item, ObjectRef } from "@/api/types";
import { isKind } from "@/ui/kinds";

export type StatusReport = Item & Shown<Schemas["StatusReportOut"]>;
export type StatusLine = Schemas["StatusLineOut"];
export type Sentence = Schemas["StatusSentenceOut"];
export type Section = Sentence["section"];
export type Evidence = Schemas["EvidenceOut"];
export type Reader = Schemas["StatusReaderOut"];
export type SentenceIn = Schemas["StatusSentenceIn"];

export const SECTIONS = [
  "summary",
  "changed",
  "progress",
  "dates",
  "risks",
  "decisions",
  "next",
] as const satisfies Section[];

/** A draft grows old with the plan, and a published report is superseded. */
export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ["status_report", id],
    meta: { kinds: ["status_report", "project"] },
    queryFn: ({ signal }) => http.get<StatusReport>(`/status-reports/${id}`, { signal }),
  });

export const reportsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["status_report", "list", projectId],
    meta: { kinds: ["status_report"] },
    queryFn: ({ signal }) =>
      http.get<Schemas["StatusReportsOut"]>(`/projects/${projectId}/status-reports`, { signal }),
  });

export const readersQuery = (id: string) =>
  queryOptions({
    queryKey: ["status_report", id, "readers"],
    meta: { kinds: ["status_report", "stakeholder"] },
    queryFn: ({ signal }) => http.get<Reader[]>(`/status-reports/${id}/readers`, { signal }),
  });

/** The sentences that stand, as the server takes them. */
export function standing(sentences: readonly Sentence[]): SentenceIn[] {
  return sentences
    .filter(({ removed }) => !removed)
    .map(({ id, section, text }) => ({ id, section, text }));
}

/** What one edit makes of the sentences as they are now; nothing where somebody rewrote that one meanwhile. */
export type Edit = (held: readonly Sentence[]) => SentenceIn[] | null;

/** Rewrites a sentence, and puts it back where it was left out. */
export const rewriting =
  (seen: Sentence, text: string): Edit =>
  (held) =>
    isAsSeen(held, seen)
      ? standing(held.map((one) => (one.id === seen.id ? { ...one, text, removed: false } : one)))
      : null;

export const removing =
  (seen: Sentence): Edit =>
  (held) =>
    isAsSeen(held, seen) ? standing(held.filter(({ id }) => id !== seen.id)) : null;

export const adding =
  (section: Section, text: string): Edit =>
  (held) => [...standing(held), { id: null, section, text }];

const isAsSeen = (held: readonly Sentence[], seen: Sentence) =>
  held.some(({ id, text }) => id === seen.id && text === seen.text);

/** Where evidence leads: an object to peek at, or a view of the project. */
export function wayTo(evidence: Evidence): { object: ObjectRef } | { view: string } {
  const { kind, id, key, title } = evidence;
  if (kind === "baseline") return { view: "baselines" };
  if (isKind(kind)) return { object: { kind, id, key, title } as ObjectRef };
  return { view: kind === "forecast" ? "forecast" : "flow" };
}
