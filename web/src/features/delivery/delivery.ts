import { queryOptions } from "@tanstack/react-query";
import { everyPage } from "@/api/everyPage";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";
import type { Page, RichNode } from "@/api/types";

export type Project = Shown<Schemas["ProjectOut"]>;
export type Import = Schemas["ImportOut"];
export type Preview = Schemas["Preview"];
export type Charter = Omit<Shown<Schemas["CharterOut"]>, "scope"> & { scope: RichNode };

export interface ProjectFilter {
  archived?: boolean;
  product_id?: string;
}

/** All of them, to be chosen from. */
export function projectsQuery(filter: ProjectFilter = {}) {
  return queryOptions({
    queryKey: ["project", "list", filter],
    queryFn: ({ signal }) => everyPage<Project>("/projects", { ...filter }, signal),
  });
}

export function projectQuery(id: string) {
  return queryOptions({
    queryKey: ["project", id],
    queryFn: ({ signal }) => http.get<Project>(`/projects/${id}`, { signal }),
  });
}

export function chartersQuery(initiativeId: string) {
  return queryOptions({
    queryKey: ["charter", "list", initiativeId],
    queryFn: ({ signal }) =>
      http.get<Charter[]>(`/initiatives/${initiativeId}/charters`, { signal }),
  });
}

/** The charters under which a project works, or is asked to, newest first. */
export function projectChartersQuery(projectId: string) {
  const where = JSON.stringify([["project", "is", projectId]]);
  return queryOptions({
    queryKey: ["charter", "list", "of project", projectId],
    queryFn: ({ signal }) =>
      http.get<Page<Charter>>("/lists/charter", { query: { where, limit: 200 }, signal }),
  });
}

export function charterQuery(id: string) {
  return queryOptions({
    queryKey: ["charter", id],
    queryFn: ({ signal }) => http.get<Charter>(`/charters/${id}`, { signal }),
  });
}

/** An import, watched while the server reads or writes. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: ["import", id],
    queryFn: ({ signal }) => http.get<Import>(`/imports/${id}`, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.state === "reading" || state.data?.state === "importing" ? 700 : false,
  });
}
