import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { customFieldsQuery } from "@/features/core/list/customFields";
import { groupsQuery } from "@/features/core/list/lists";
import { isReference } from "@/features/core/list/values";
import { peopleQuery } from "@/features/core/members";
import { useItemTypes } from "@/features/core/types/itemTypes";
import { assignedOf } from "./assigned";
import { calendarOf, flowsOf, statedOf } from "./flows";
import { CONSTRAINTS } from "./kinds";
import { type Beside, GROUPED_BY, lanesNamed, type Told } from "./lanes";
import type { Plan } from "./plan";
import { iterationOf, iterationsQuery } from "./promises/iterations";

const NOTHING: readonly never[] = [];
const STAGES = ["to_do", "doing", "done"] as const;

/** What the rows of a plan are grouped by, and how its groups are called. */
export function useGroups(plan: Plan, field: string | undefined) {
  const { items } = plan;
  const { t } = useTranslation();
  const { data: people = NOTHING } = useQuery(peopleQuery);
  const { data: own = NOTHING } = useQuery(customFieldsQuery("work_item"));
  const { all: types } = useItemTypes();
  const beside = useBeside(plan, field);
  const by = useMemo(() => lanesNamed(field, own, GROUPED_BY, beside), [field, own, beside]);
  const references = useReferences(plan, by.custom?.type === "reference" ? field : undefined);
  const isGrouped = by.by !== "none";
  const names = useMemo(
    () => ({
      people: new Map(people.map(({ id, name }) => [id, name])),
      // An edit of a large plan need not wait for what nobody looks at.
      items: new Map(isGrouped ? items.map((item) => [item.id, item]) : []),
      words: new Map([
        ...STAGES.map((stage) => [stage, t(`board.categories.${stage}`)] as const),
        ...CONSTRAINTS.map((kind) => [kind, t(`constraint.${kind}`)] as const),
        ["critical", t("plan.groupBy.critical")] as const,
        ["uncritical", t("plan.uncritical")] as const,
      ]),
      types: new Map(types.map(({ id, title }) => [id, title])),
      references,
      plain: t("itemTypes.plain"),
      none: t("board.none"),
      yes: t("board.yes"),
      no: t("board.no"),
    }),
    [people, items, types, references, isGrouped, t],
  );
  return { by, names, own, isGrouped };
}

/** What the field says that the items do not hold themselves. */
function useBeside(plan: Plan, field: string | undefined): Partial<Record<Beside, Told>> {
  const { items, assignments, resources, calendars, project } = plan;
  const { byId } = useItemTypes();
  const { data: iterations = NOTHING } = useQuery({
    ...iterationsQuery(project.id),
    enabled: field === "iteration",
  });
  return useMemo(() => {
    switch (field) {
      case "assigned":
        return { assigned: assignedOf({ assignments, resources }) };
      case "iteration":
        return { iteration: iterationOf(iterations) };
      case "state":
        return { state: statedOf(items, flowsOf({ project }, byId)) };
      case "calendar":
        return { calendar: calendarOf({ items, calendars, project }) };
      default:
        return {};
    }
  }, [field, items, assignments, resources, calendars, project, iterations, byId]);
}

/** How the objects are called that an own field of the project's items leads to. */
function useReferences(
  { project }: Plan,
  field: string | undefined,
): ReadonlyMap<string, string> | undefined {
  const { data } = useQuery({
    ...groupsQuery({
      kind: "work_item",
      productId: undefined,
      within: [["project", "is", project.id]],
      state: { group: field },
    }),
    enabled: field !== undefined,
  });
  return useMemo(
    () =>
      data &&
      new Map(
        data.items.flatMap(({ value }) => (isReference(value) ? [[value.id, value.title]] : [])),
      ),
    [data],
  );
}
