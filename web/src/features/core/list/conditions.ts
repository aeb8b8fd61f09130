import type { Condition, Field } from "@/ui/list/types";

/** What an operator is compared with: nothing, one value, two, or several. */
export function takes(operator: string): "nothing" | "one" | "two" | "many" {
  if (operator === "empty" || operator === "not_empty") return "nothing";
  if (operator === "between") return "two";
  return ["any_of", "none_of", "all_of"].includes(operator) ? "many" : "one";
}

/** What one most often asks of a field. */
const USUAL: Partial<Record<Field["type"], string>> = {
  choice: "any_of",
  tags: "any_of",
  person: "any_of",
  reference: "any_of",
  date: "at_least",
  datetime: "at_least",
  number: "at_least",
};

export function startOf(field: Field): Condition {
  return [field.name, USUAL[field.type] ?? field.operators[0] ?? "is"];
}

/** The condition with another operator; a value that still fits stays. */
export function reasked([field, before, value]: Condition, operator: string): Condition {
  const [was, is] = [takes(before), takes(operator)];
  if (is === "nothing") return [field, operator];
  if (was === is) return [field, operator, value];
  if (was === "one" && is === "many" && value !== undefined) return [field, operator, [value]];
  if (was === "many" && is === "one")
    return [field, operator, Array.isArray(value) ? value[0] : undefined];
  return [field, operator];
}

export function isWhole([, operator, value]: Condition): boolean {
  const wanted = takes(operator);
  if (wanted === "nothing") return true;
  if (wanted === "one") return value !== undefined && value !== null && value !== "";
  if (!Array.isArray(value)) return false;
  const given = value.filter((one) => one !== undefined && one !== null && one !== "");
  return wanted === "two" ? given.length === 2 : given.length > 0;
}
