import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { customFieldsQuery } from "@/features/core/list/customFields";
import { useItemTypes } from "@/features/core/types/itemTypes";
import { calendarsQuery, resourcesQuery } from "@/features/delivery/resources/resources";
import { readPeople } from "../columns/people";
import { flowsOf, statesOf } from "../flows";
import type { Edit, Plan } from "../plan";
import { iterationOf, iterationsQuery } from "../promises/iterations";
import { BULK_FIELDS, type BulkField, bulkEdits, rowsFor } from "./bulk";
import { type How, ownEdits, staffEdits } from "./bulkSeveral";

const NOTHING: readonly never[] = [];
const OWN = "custom.";

export type Bulk = ReturnType<typeof useBulk>;

/** One field of the marked rows, what is written for it, and the edits that this makes. */
export function useBulk(plan: Plan, ids: readonly string[]) {
  const { project, items } = plan;
  const [field, setField] = useState<string>("duration");
  const [text, setText] = useState("");
  const [value, setValue] = useState<unknown>();
  const [how, setHow] = useState<How>("add");
  const [settled] = useDebouncedValue(text, 250);
  const { live, byId } = useItemTypes();
  const { data: fields = NOTHING } = useQuery(customFieldsQuery("work_item"));
  const { data: iterations = NOTHING } = useQuery(iterationsQuery(project.id));
  const { data: resources = NOTHING } = useQuery({
    ...resourcesQuery(project.id),
    enabled: field === "people",
  });
  const { data: calendars = NOTHING } = useQuery({
    ...calendarsQuery(project.id),
    enabled: field === "calendar",
  });
  const rows = useMemo(() => rowsFor(items, ids, field), [items, ids, field]);
  const owns = fields.filter(
    ({ product_id }) => product_id === null || product_id === project.product_id,
  );
  const own = owns.find(({ name }) => field === `${OWN}${name}`);
  const promised = useMemo(() => iterationOf(iterations), [iterations]);
  const edits = useMemo((): Edit[] | null => {
    if (own) return value === undefined ? [] : ownEdits(rows, own, value, how);
    if (field === "iteration") return [];
    if (field !== "people") return bulkEdits(plan, ids, field as BulkField, settled, byId);
    const { staffed, unknown } = readPeople(settled, resources);
    if (unknown.length > 0) return null;
    return staffed.length > 0 || how === "replace" ? staffEdits(plan, rows, staffed, how) : [];
  }, [plan, ids, rows, field, own, value, how, settled, byId, resources]);
  const offered = {
    type: live.length > 0,
    // A scenario is of the plan alone.
    iteration: promised.names.size > 0 && !plan.scenario,
  } as Partial<Record<BulkField, boolean>>;
  return {
    field,
    fields: BULK_FIELDS.filter((one) => offered[one] ?? true),
    own,
    owns,
    rows,
    text,
    value,
    how,
    edits,
    isHeld: settled !== text,
    isUnread: text !== "" && settled === text && edits === null,
    resources,
    calendars,
    promised,
    states: field === "state" ? statesOf(rows, flowsOf(plan, byId)) : NOTHING,
    choose: (next: string) => {
      setField(next);
      setText("");
      setValue(undefined);
      setHow("add");
    },
    setText,
    setValue,
    setHow,
  };
}
