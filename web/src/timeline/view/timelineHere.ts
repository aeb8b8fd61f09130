import { createContext, useContext } from "react";
import type { TimelineRow } from "../types";
import type { ViewStore } from "./viewStore";

/** What is drawn over a timeline stands by these. */
export interface TimelineHere {
  store: ViewStore;
  rows: readonly TimelineRow[];
}

export const TimelineContext = createContext<TimelineHere | null>(null);

/** The timeline around this. */
export function useTimelineHere(): TimelineHere {
  const here = useContext(TimelineContext);
  if (!here) throw new Error("marks stand on a timeline");
  return here;
}
