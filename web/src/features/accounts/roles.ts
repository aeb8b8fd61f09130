import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

export type Grant = Schemas["RoleOut"];
export type RoleKind = Grant["kind"];

/** From the most rights to the fewest. */
export const OBJECT_ROLES = [
  "product_manager",
  "project_manager",
  "contributor",
  "viewer",
] as const;
export type ObjectRole = (typeof OBJECT_ROLES)[number];

export const rolesQuery = (kind: RoleKind, id: string) =>
  queryOptions({
    queryKey: ["role", "list", kind, id],
    queryFn: ({ signal }) => http.get<Grant[]>("/roles", { query: { kind, id }, signal }),
  });
