import { queryOptions } from "@tanstack/react-query";
import { everyPage } from "@/api/everyPage";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";

export type Resource = Shown<Schemas["ResourceOut"]>;
export type Calendar = Shown<Schemas["PlanCalendarOut"]>;
export type Rates = Schemas["RatesOut"];
export type Rate = Schemas["Rate"];
export type TimeOff = Schemas["TimeOff"];
export type ResourceType = Resource["type"];

export const TYPES = ["person", "role", "team", "equipment", "material", "cost"] as const;
export const LEVELS = [1, 2, 3, 4, 5] as const;
/** How well somebody has a skill of whom nothing else is said. */
export const ABLE = 3;

export const resourceQuery = (id: string) =>
  queryOptions({
    queryKey: ["resource", id],
    queryFn: ({ signal }) => http.get<Resource>(`/resources/${id}`, { signal }),
  });

/** Who can be chosen: everybody of the workspace, and those of a project where one is named. */
export const resourcesQuery = (projectId?: string) =>
  queryOptions({
    queryKey: ["resource", "list", "choice", projectId],
    queryFn: async ({ signal }) => {
      const page = await everyPage<Resource>("/lists/resource", { sort: "title" }, signal);
      return page.items.filter(({ project }) => !project || project.id === projectId);
    },
  });

export const calendarsQuery = (projectId?: string) =>
  queryOptions({
    queryKey: ["calendar", "list", projectId],
    queryFn: ({ signal }) =>
      http.get<Calendar[]>("/calendars", { query: { project_id: projectId }, signal }),
  });

export const calendarQuery = (id: string) =>
  queryOptions({
    queryKey: ["calendar", id],
    queryFn: ({ signal }) => http.get<Calendar>(`/calendars/${id}`, { signal }),
  });

export const ratesQuery = (id: string) =>
  queryOptions({
    queryKey: ["resource", id, "rates"],
    queryFn: ({ signal }) => http.get<Rates>(`/resources/${id}/rates`, { signal }),
  });

export const countriesQuery = queryOptions({
  queryKey: ["holiday-countries"],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => http.get<Schemas["CountryOut"][]>("/holiday-countries", { signal }),
});
