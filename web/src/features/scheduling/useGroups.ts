import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { customFieldsQuery } from "@/features/core/list/customFields";
import { peopleQuery } from "@/features/core/members";
import { useItemTypes } from "@/features/core/types/itemTypes";
import { assignedOf } from "./assigned";
import { GROUPED_BY, lanesNamed } from "./lanes";
import type { Plan } from "./plan";

const NOTHING: readonly never[] = [];
const STAGES = ["to_do", "doing", "done"] as const;

/** What the rows of a plan are grouped by, and how its groups are called. */
export function useGroups(plan: Plan, field: string | undefined) {
  const { items, assignments, resources } = plan;
  const { t } = useTranslation();
  const { data: people = NOTHING } = useQuery(peopleQuery);
  const { data: own = NOTHING } = useQuery(customFieldsQuery("work_item"));
  const { all: types } = useItemTypes();
  const isByPeople = field === "assigned";
  const assigned = useMemo(
    () => (isByPeople ? assignedOf({ assignments, resources }) : undefined),
    [isByPeople, assignments, resources],
  );
  const by = useMemo(
    () => lanesNamed(field, own, GROUPED_BY, { assigned }),
    [field, own, assigned],
  );
  const isGrouped = by.by !== "none";
  const names = useMemo(
    () => ({
      people: new Map(people.map(({ id, name }) => [id, name])),
      // An edit of a large plan need not wait for what nobody looks at.
      items: new Map(isGrouped ? items.map((item) => [item.id, item]) : []),
      words: new Map([
        ...STAGES.map((stage) => [stage, t(`board.categories.${stage}`)] as const),
        ["critical", t("plan.groupBy.critical")] as const,
        ["uncritical", t("plan.uncritical")] as const,
      ]),
      types: new Map(types.map(({ id, title }) => [id, title])),
      plain: t("itemTypes.plain"),
      none: t("board.none"),
      yes: t("board.yes"),
      no: t("board.no"),
    }),
    [people, items, types, isGrouped, t],
  );
  return { by, names, own, isGrouped };
}
