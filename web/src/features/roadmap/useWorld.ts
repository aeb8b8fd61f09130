import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Groups, groupsQuery } from "@/features/core/list/lists";
import type { List } from "@/features/core/list/useList";
import { type Theme, themesQuery } from "@/features/core/themes";
import type { Field as ListField } from "@/ui/list/types";
import type { World } from "./grouping";
import type { OwnField } from "./ownFields";
import type { Roadmap } from "./roadmap";
import { useChances } from "./useChances";
import type { Field } from "./view";

const NO_THEMES: readonly Theme[] = [];
const EVERYTHING = { q: "", where: [], sort: "", archived: false, columns: [] };

/** All that the views of a roadmap tell apart by; `used` are the fields that they do it by now. */
export function useWorld(
  roadmap: Roadmap,
  list: List,
  used: readonly (Field | undefined)[],
): World {
  const productId = list.productId ?? "";
  const chances = useChances(productId);
  const { data: themes = NO_THEMES } = useQuery(themesQuery(productId));
  const own = useOwnFields(list, used);
  return useMemo(
    () => ({ lanes: roadmap.lanes, themes, initiatives: roadmap.initiatives, chances, own }),
    [roadmap, themes, chances, own],
  );
}

/** The fields that people added; whom and what those in use lead to is asked for. */
function useOwnFields(list: List, used: readonly (Field | undefined)[]): World["own"] {
  const { fields } = list;
  const leading = fields.filter(
    ({ name, custom, type }) =>
      custom && (type === "person" || type === "reference") && used.includes(name as Field),
  );
  const names = useQueries({
    queries: leading.map(({ name }) =>
      groupsQuery({
        kind: list.kind,
        productId: list.productId,
        state: { ...EVERYTHING, group: name },
      }),
    ),
    combine: ledTo,
  });
  return useMemo(() => new Map(fields.flatMap((field) => ownField(field, names))), [fields, names]);
}

/** What the fields that were asked for lead to, by the field that the groups are of. */
function ledTo(answers: { data?: Groups }[]): Map<string, OwnField["options"]> {
  return new Map(
    answers.flatMap(({ data }): [string, OwnField["options"]][] => {
      const items = data?.items ?? [];
      const by = items[0]?.where[0];
      const options = items.flatMap(({ value, label }) =>
        typeof value === "string" ? [{ value, label }] : [],
      );
      return by ? [[by, options]] : [];
    }),
  );
}

function ownField(
  { name: field, custom: name, type, label, options }: ListField,
  names: ReadonlyMap<string, OwnField["options"]>,
): [string, OwnField][] {
  return name ? [[field, { name, type, label, options: names.get(field) ?? options }]] : [];
}
