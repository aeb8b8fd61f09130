import { type Query, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { workspaceOf } from "./workspace";

export interface LiveChange {
  seq: number;
  kind: string;
  id: string;
  /** What else it edited; null where that is too much to tell. */
  touched?: readonly string[] | null;
}

/** What changes with anything: feeds, counts and views that cross areas. */
const READERS_OF_ALL = new Set(["changes", "inbox", "home", "gaps", "throughline", "links"]);

/**
 * Keeps what is on screen current: one stream per page, reconnected by the browser, which also
 * asks for what it missed (Last-Event-ID).
 */
export function useLive(): void {
  const cache = useQueryClient();
  useEffect(() => {
    const workspace = workspaceOf(window.location.pathname) ?? "";
    return listen(`/api/events?workspace=${encodeURIComponent(workspace)}`, (changes) =>
      refresh(cache, changes),
    );
  }, [cache]);
}

export function refresh(cache: QueryClient, changes: readonly LiveChange[]): void {
  void cache.invalidateQueries({
    predicate: (query) => changes.some((change) => isAbout(query, change)),
  });
}

/** A query is about a change if its key starts with the kind, names the id, or its meta says so. */
export function isAbout(query: Pick<Query, "queryKey" | "meta">, change: LiveChange): boolean {
  const first = query.queryKey[0];
  if (typeof first === "string" && READERS_OF_ALL.has(first)) return true;
  if (query.meta?.kinds?.includes(change.kind)) return true;
  if (query.queryKey.includes(change.id)) return true;
  if (first === "talk" && isTouched(query.queryKey, change)) return true;
  return first === change.kind && isList(query.queryKey);
}

function isTouched(key: readonly unknown[], { touched = [] }: LiveChange): boolean {
  return touched === null || touched.some((id) => key.includes(id));
}

/** `[kind, id]` is one object; `[kind, "list", …]` is a list, which any object of the kind may enter. */
function isList(key: readonly unknown[]): boolean {
  return key.length < 2 || key[1] === "list";
}

const LONGEST_REST_MS = 5_000;
let restUntil = 0;

/**
 * Lets what changed wait so long before anything is read anew: who types one edit after another
 * gets each answered first. The last word counts, and nothing waits longer than a few seconds.
 */
export function rest(milliseconds: number): void {
  restUntil = Date.now() + milliseconds;
}

/** How long what has waited since `since` has still to wait. */
export function restLeft(since: number, now: number): number {
  return Math.max(0, Math.min(restUntil, since + LONGEST_REST_MS) - now);
}

const GATHER_MS = 150;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** Reports changes in batches; returns how to stop. */
function listen(address: string, onChanges: (changes: LiveChange[]) => void): () => void {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let gather: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT_MS;
  let seen = 0;
  let since = 0;
  let waiting: LiveChange[] = [];

  const open = () => {
    source = new EventSource(seen ? `${address}&after=${seen}` : address);
    source.onopen = () => {
      wait = FIRST_WAIT_MS;
    };
    source.addEventListener("change", (event: MessageEvent<string>) => {
      const change = JSON.parse(event.data) as LiveChange;
      seen = Math.max(seen, change.seq);
      if (waiting.length === 0) since = Date.now();
      waiting.push(change);
      gather ??= setTimeout(flush, GATHER_MS);
    });
    source.onerror = () => {
      // The browser reconnects by itself unless the answer was an error; then it gives up for good.
      if (source?.readyState !== EventSource.CLOSED) return;
      retry = setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    };
  };
  const flush = () => {
    // Looked at again and again, for the rest may end sooner than it seems now.
    const waits = restLeft(since, Date.now()) > 0;
    gather = waits ? setTimeout(flush, GATHER_MS) : undefined;
    if (waits) return;
    onChanges(waiting);
    waiting = [];
  };

  open();
  return () => {
    source?.close();
    clearTimeout(retry);
    clearTimeout(gather);
  };
}
