import { queryOptions } from "@tanstack/react-query";
import { headersFor, http, reach } from "@/api/http";
import { problemOf } from "@/api/problem";
import type { WorkCalendar } from "@/features/core/workingTime";
import type { SharedStatus } from "../status/SharedStatusView";

export interface SharedInitiative {
  id: string;
  title: string;
  lane_id?: string | null;
  status?: "idea" | "planned" | "committed" | "in_progress" | "done";
  horizon?: "now" | "next" | "later" | null;
  description?: string;
  window?: { start: string; finish: string; precision: "day" | "month" | "quarter" } | null;
  forecast?: { p50: string; p85: string; probability: number | null; deadline: string | null };
  owner?: string | null;
  goal?: string;
  metrics?: string[];
  features?: string[];
  effort_weeks?: number | null;
  theme?: string | null;
  container?: string | null;
  /** Values of fields that people added, by what these are called. */
  custom?: Record<string, string>;
  /** By the field that the roadmap is coloured by. */
  colour?: string;
}

/** What the colours mean. */
export interface SharedColours {
  field: string;
  label: string;
  entries: { label: string; colour: string }[];
}

export interface SharedRoadmap {
  lanes: { id: string; title: string; colour: string }[];
  initiatives: SharedInitiative[];
  colours?: SharedColours;
  /** Those that readers are told of; `day` as exactly as they are told days. */
  milestones?: { id: string; title: string; day: string; lane_id?: string | null }[];
  dependencies?: { before: string; after: string }[];
}

export interface SharedItem {
  id: string;
  title: string;
  type: "task" | "summary" | "milestone";
  outline_level: number;
  parent_id: string | null;
  wbs: string;
  start?: string;
  finish?: string;
  critical?: boolean;
  percent_complete?: number;
  deadline?: string | null;
}

export interface SharedTimeline {
  start: string | null;
  finish: string | null;
  deadline: string | null;
  calendars: (WorkCalendar & { id: string })[];
  calendar_id: string | null;
  items: SharedItem[];
  links: {
    id: string;
    before: string;
    after: string;
    kind: "FS" | "SS" | "FF" | "SF";
    lag_minutes: number;
    lag_unit: "working" | "elapsed" | "percent";
  }[];
  forecast: { p50: string; p85: string; probability_on_time: number | null } | null;
}

export interface Shared {
  view: "roadmap" | "timeline" | "status";
  title: string;
  subject: string;
  fields: string[];
  layout: "timeline" | "horizons";
  frozen_at: string | null;
  roadmap: SharedRoadmap | null;
  timeline: SharedTimeline | null;
  status: SharedStatus | null;
  shown_at: string;
}

/** What a share shows; `ticket` is what its password was traded for. */
export function sharedQuery(token: string, ticket: string | undefined) {
  return queryOptions({
    queryKey: ["shared", token, ticket ?? ""],
    queryFn: ({ signal }) => ask<Shared>(pathOf(token), ticket, signal),
    retry: false,
    refetchInterval: 5 * 60_000,
  });
}

/** What changed of one thing, in sentences. */
export interface SharedChange {
  title: string;
  lines: string[];
}

/** What changed on a live roadmap since its reader last looked. */
export function sharedNewsQuery(token: string, ticket: string | undefined, since: string) {
  return queryOptions({
    queryKey: ["shared", token, ticket ?? "", "news", since],
    queryFn: ({ signal }) =>
      ask<{ since: string; told: SharedChange[] }>(
        `${pathOf(token)}/news?${new URLSearchParams({ since })}`,
        ticket,
        signal,
      ),
    retry: false,
  });
}

/** Tells that the share was opened, once a visit. */
export async function look(token: string, ticket: string | undefined): Promise<void> {
  const headers = opened("POST", ticket);
  await reach(`${pathOf(token)}/looks`, { method: "POST", headers }).catch(() => undefined);
}

export function unlock(token: string, password: string): Promise<{ ticket: string }> {
  return http.post(`/public/shares/${encodeURIComponent(token)}/unlock`, { password });
}

async function ask<T>(path: string, ticket: string | undefined, signal: AbortSignal): Promise<T> {
  const response = await reach(path, { headers: opened("GET", ticket), signal });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}

/** The headers of a request to a share that its password has opened, where it has one. */
function opened(method: "GET" | "POST", ticket: string | undefined): Headers {
  const headers = headersFor(method);
  if (ticket) headers.set("Northline-Share-Ticket", ticket);
  return headers;
}

function pathOf(token: string): string {
  return `/api/public/shares/${encodeURIComponent(token)}`;
}
