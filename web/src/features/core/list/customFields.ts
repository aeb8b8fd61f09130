import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Item } from "@/api/types";
import type { Option } from "@/ui/list/types";
import { linesOf } from "@/ui/text/lines";

export const TYPES = [
  "text",
  "number",
  "date",
  "choice",
  "tags",
  "yes_no",
  "person",
  "reference",
] as const;
export type CustomType = (typeof TYPES)[number];

/** The kinds that people can give fields. */
export const KINDS = [
  "insight",
  "customer",
  "opportunity",
  "idea",
  "persona",
  "job_to_be_done",
  "competitor",
  "experiment",
  "objective",
  "key_result",
  "theme",
  "initiative",
  "milestone",
  "launch",
  "project",
  "charter",
  "work_item",
  "resource",
  "calendar",
  "risk",
  "issue",
  "project_assumption",
  "outside_dependency",
  "decision",
  "lesson",
  "iteration",
  "change_request",
  "gate",
  "baseline",
  "scenario",
  "plan_template",
  "status_report",
  "timesheet",
  "budget_line",
  "cost_line",
  "promise",
] as const;

export interface CustomField extends Item {
  object_kind: string;
  product_id: string | null;
  name: string;
  type: CustomType;
  options: Option[];
  /** The kind that a reference leads to. */
  of: string | null;
  description: string;
  /** The types of work that it holds for, null for plain tasks; none: all. */
  only_types: (string | null)[];
}

export function customFieldsQuery(kind: string) {
  return queryOptions({
    queryKey: ["custom_field", "list", kind],
    queryFn: ({ signal }) => http.get<CustomField[]>("/custom-fields", { query: { kind }, signal }),
  });
}

export function hasOptions(type: CustomType): boolean {
  return type === "choice" || type === "tags";
}

/** The options of one a line; those that were there keep their value, by their place's label. */
export function optionsOf(
  lines: string,
  held: readonly Option[],
): { label: string; value?: string }[] {
  return linesOf(lines).map((label) => {
    const known = held.find((option) => option.label === label);
    return known ? { label, value: known.value } : { label };
  });
}
