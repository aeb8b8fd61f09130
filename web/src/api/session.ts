import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { http } from "./http";

export type Perspective = "product" | "project";
export type ThemeChoice = "light" | "dark" | "auto";
export type WorkspaceRole = "owner" | "admin" | "member" | "stakeholder";

export interface WorkspaceRef {
  slug: string;
  name: string;
}

export interface SignedIn {
  person: {
    id: string;
    name: string;
    email: string;
    theme: ThemeChoice;
    perspective: Perspective;
    locale: string;
    /** The columns that they chose for plans; none: the usual ones. */
    plan_columns: string[];
  };
  /** Null for a person who is a member of no workspace, or not of the one in the address. */
  workspace: WorkspaceRef | null;
  member: { id: string; name: string; role: WorkspaceRole } | null;
  memberships: { workspace: WorkspaceRef; role: WorkspaceRole }[];
  can: Record<string, boolean>;
}

/** A session inside a workspace, which is all that the pages below it ever see. */
export interface Session extends SignedIn {
  workspace: WorkspaceRef;
  member: NonNullable<SignedIn["member"]>;
}

export function isInside(session: SignedIn): session is Session {
  return session.workspace !== null && session.member !== null;
}

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => http.get<SignedIn>("/session", { signal }),
  staleTime: 5 * 60_000,
  retry: false,
});

/** The signed-in person. Only below the workspace route, which has loaded it. */
export function useSession(): Session {
  const session = useSuspenseQuery(sessionQuery).data;
  if (!isInside(session)) throw new Error("useSession is for pages below /$workspace");
  return session;
}
