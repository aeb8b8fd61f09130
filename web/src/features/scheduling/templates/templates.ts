import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { everyPage } from "@/api/everyPage";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";

export type Template = Shown<Schemas["PlanTemplatePage"]>;
export type TemplateInList = Schemas["PlanTemplateOut"];
export type TemplateRole = Schemas["TemplateRoleOut"];
export type Begun = Schemas["TemplatedProject"];
export type Beginning = Schemas["TemplatedProjectIn"];
/** Who fills each role, by its id. */
export type People = Record<string, string | null>;

export const templateQuery = (id: string) =>
  queryOptions({
    queryKey: ["plan_template", id],
    queryFn: ({ signal }) => http.get<Template>(`/plan-templates/${id}`, { signal }),
  });

export const templatesQuery = queryOptions({
  queryKey: ["plan_template", "list", "choice"],
  queryFn: async ({ signal }) => {
    return (await everyPage<TemplateInList>("/lists/plan_template", { sort: "title" }, signal))
      .items;
  },
});

/** What a project started like this would hold, computed and not saved. */
export function useBeginning(id: string, wanted: Beginning | null) {
  return useQuery({
    queryKey: ["template_preview", id, wanted],
    queryFn: ({ signal }) =>
      http.post<Begun>(`/plan-templates/${id}/projects`, wanted, {
        query: { preview: true },
        signal,
      }),
    enabled: wanted !== null,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
}

/** Who is proposed for each role. */
export function proposed(roles: readonly TemplateRole[]): People {
  return Object.fromEntries(roles.map(({ id, resource_id }) => [id, resource_id]));
}
