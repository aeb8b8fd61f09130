import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { http } from "./http";

export type Perspective = "product" | "project";
export type ThemeChoice = "light" | "dark" | "auto";
export type WorkspaceRole = "owner" | "admin" | "member" | "stakeholder";

export interface WorkspaceRef {
  slug: string;
  name: string;
}

export interface Session {
  person: {
    id: string;
    name: string;
    email: string;
    theme: ThemeChoice;
    perspective: Perspective;
    locale: string;
  };
  workspace: WorkspaceRef;
  member: { id: string; role: WorkspaceRole };
  memberships: { workspace: WorkspaceRef; role: WorkspaceRole }[];
  can: Record<string, boolean>;
}

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => http.get<Session>("/session", { signal }),
  staleTime: 5 * 60_000,
  retry: false,
});

/** The signed-in person. Only below the workspace route, which has loaded it. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}
