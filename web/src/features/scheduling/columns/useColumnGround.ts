import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { customFieldsQuery } from "@/features/core/list/customFields";
import { peopleQuery } from "@/features/core/members";
import { useItemTypes } from "@/features/core/types/itemTypes";
import { useLocale } from "@/features/core/useLocale";
import { calendarsQuery, resourcesQuery } from "@/features/delivery/resources/resources";
import type { Plan } from "../plan";
import { iterationOf, iterationsQuery } from "../promises/iterations";
import { workdayOf } from "../workday";
import type { Ground } from "./ground";

const NOTHING: readonly never[] = [];

const costsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["item_costs", projectId],
    meta: { kinds: ["project", "work_item", "timesheet", "cost_line", "several"] },
    queryFn: ({ signal }) =>
      http.get<Schemas["ItemCostsOut"]>(`/projects/${projectId}/item-costs`, { signal }),
  });

/** What the columns of a plan are written and read with; of what stands beside the plan only what `asks` for. */
export function useColumnGround(plan: Plan, asks: (column: string) => boolean): Ground {
  const { t } = useTranslation();
  const locale = useLocale() ?? "";
  const types = useItemTypes();
  const { id } = plan.project;
  const { data: people = NOTHING } = useQuery(peopleQuery);
  const { data: fields = NOTHING } = useQuery(customFieldsQuery("work_item"));
  const { data: resources = NOTHING } = useQuery({
    ...resourcesQuery(id),
    enabled: asks("field.people"),
  });
  const { data: calendars = NOTHING } = useQuery({
    ...calendarsQuery(id),
    enabled: asks("field.calendar"),
  });
  const { data: iterations = NOTHING } = useQuery({
    ...iterationsQuery(id),
    enabled: asks("field.iteration") && !plan.scenario,
  });
  const { data: costs } = useQuery({
    ...costsQuery(id),
    enabled: asks("field.cost") && !plan.scenario,
  });
  return useMemo(() => {
    const { project } = plan;
    return {
      plan,
      t,
      locale,
      workday: workdayOf(project),
      people,
      resources: resources.length > 0 ? resources : plan.resources,
      calendars,
      own: fields.filter(
        ({ product_id }) => product_id === null || product_id === project.product_id,
      ),
      types: types.byId,
      promised: iterationOf(iterations),
      costs: costs?.money === false ? null : new Map(costs?.items.map((one) => [one.id, one])),
    };
  }, [plan, t, locale, people, resources, calendars, fields, types.byId, iterations, costs]);
}
