import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { WorkspaceRole } from "@/api/session";

export const ROLES: readonly WorkspaceRole[] = ["owner", "admin", "member", "stakeholder"];
export const SHORTEST_PASSWORD = 10;

export interface Member {
  id: string;
  version: number;
  name: string;
  email: string;
  role: WorkspaceRole;
  suspended_at: string | null;
  can: Record<string, boolean>;
}

export interface Invitation {
  id: string;
  email: string;
  role: WorkspaceRole;
  expires_at: string;
}

export interface OpenInvitation {
  email: string;
  workspace: { slug: string; name: string };
  role: WorkspaceRole;
  expires_at: string;
  needs_account: boolean;
}

export interface SignedInSession {
  id: string;
  address: string;
  agent: string;
  began_at: string;
  seen_at: string;
  current: boolean;
}

export const setupQuery = queryOptions({
  queryKey: ["setup"],
  queryFn: ({ signal }) => http.get<{ needed: boolean }>("/setup", { signal }),
});

export const membersQuery = queryOptions({
  queryKey: ["member", "list"],
  queryFn: ({ signal }) => http.get<Member[]>("/members", { signal }),
});

export const invitationsQuery = queryOptions({
  queryKey: ["invitation", "list"],
  queryFn: ({ signal }) => http.get<Invitation[]>("/invitations", { signal }),
});

export const sessionsQuery = queryOptions({
  queryKey: ["sessions"],
  queryFn: ({ signal }) => http.get<SignedInSession[]>("/sessions", { signal }),
});

export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ["invitation", "token", token],
    queryFn: ({ signal }) =>
      http.get<OpenInvitation>(`/invitations/by-token/${encodeURIComponent(token)}`, { signal }),
    retry: false,
  });
}
