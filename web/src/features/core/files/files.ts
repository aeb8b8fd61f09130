import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { isOver } from "../jobs";

export type MadeFile = Schemas["ExportOut"];

/** How a file stands that was asked for; what was not answered yet is being made. */
export type FileState = "making" | "ready" | "failed" | "cancelled";

export function stateOf(state: MadeFile["state"] | undefined): FileState {
  if (state === "done") return "ready";
  return state === "failed" || state === "cancelled" ? state : "making";
}

const AGAIN_MS = 2_000;

/** What one had made within a day, watched while anything of it is being made. */
export const filesQuery = queryOptions({
  queryKey: ["files"],
  queryFn: ({ signal }) => http.get<MadeFile[]>("/exports", { signal }),
  refetchInterval: ({ state }) => (state.data?.every(isOver) === false ? AGAIN_MS : false),
  // What is asked for elsewhere meanwhile is no change that is told.
  staleTime: 0,
});
