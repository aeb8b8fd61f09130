import { useEffect, useState } from "react";

/** Looks that are no further apart are one visit: who reloads the page still sees what was new. */
const VISIT = 30 * 60_000;

export interface Look {
  /** When the visit before ended; nothing on the first. */
  since: string | null;
  /** When the share was last on the screen, by the server's clock. */
  seen: string;
}

/** What is to be kept now that the share is looked at. */
export function nextLook(kept: Look | undefined, now: string): Look {
  if (!kept) return { since: null, seen: now };
  const isSameVisit = Date.parse(now) - Date.parse(kept.seen) < VISIT;
  return { since: isSameVisit ? kept.since : kept.seen, seen: now };
}

/** When this browser last looked at a share before now. Only the browser knows: nothing of it is sent but that moment. */
export function useLastLook(token: string, shownAt: string | undefined): string | null {
  const [since, setSince] = useState<string | null>(null);
  useEffect(() => {
    if (!shownAt) return;
    const look = nextLook(keptOf(token), shownAt);
    setSince(look.since);
    try {
      localStorage.setItem(keyOf(token), JSON.stringify(look));
    } catch {
      // A page that embeds the share may let it keep nothing.
    }
  }, [token, shownAt]);
  return since;
}

function keptOf(token: string): Look | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(token)) ?? "null");
    return Number.isNaN(Date.parse(kept?.seen)) ? undefined : kept;
  } catch {
    return undefined;
  }
}

function keyOf(token: string): string {
  return `northline.looked.${token}`;
}
