import type { CustomField } from "@/features/core/list/customFields";
import { minuteOf, textOf } from "@/timeline/geometry/time";
import { dateInput, dateText, parseDate } from "@/timeline/grid/dates";
import { holds } from "./fields";
import { type Ground, itemsOf } from "./ground";
import { named, type PlanColumn, setting } from "./planColumn";

const WIDTHS: Partial<Record<CustomField["type"], number>> = { number: 88, date: 104, yes_no: 76 };
const NUMERIC: ReadonlySet<CustomField["type"]> = new Set(["number", "date"]);

/** The columns of the fields that people added. What a reference leads to is not in the plan: such a field has none. */
export function ownColumns(ground: Ground): PlanColumn[] {
  return ground.own.filter(({ type }) => type !== "reference").map((one) => ownColumn(one, ground));
}

function ownColumn(field: CustomField, ground: Ground): PlanColumn {
  const itemOf = itemsOf(ground.plan);
  const held = (id: string): unknown => {
    const item = itemOf(id);
    return holds(field, item) ? (item?.custom[field.name] ?? null) : null;
  };
  return {
    id: `field.custom.${field.name}`,
    title: field.title,
    width: WIDTHS[field.type] ?? 132,
    numeric: NUMERIC.has(field.type),
    text: (id) => textIn(field, held(id), ground),
    draft: (id) => draftIn(field, held(id), ground),
    offers: offersOf(field, ground),
    read: (text) => (text === "" ? { value: null } : readIn(field, text, ground)),
    isOf: ({ id }) => holds(field, itemOf(id)),
    heldBy: ({ custom }) => custom[field.name] ?? null,
    edits: (item, value) =>
      holds(field, item) ? setting(item, { custom: { [field.name]: value } }) : [],
  };
}

function textIn(field: CustomField, value: unknown, { t, locale, people }: Ground): string {
  if (value === null) return "";
  switch (field.type) {
    case "number":
      return new Intl.NumberFormat(locale || undefined).format(Number(value));
    case "date":
      return dateText(minuteOf(`${value}T00:00`), locale);
    case "yes_no":
      return value ? t("board.yes") : t("board.no");
    case "person":
      return people.find(({ id }) => id === value)?.name ?? "";
    case "choice":
      return labelOf(field, value);
    case "tags":
      return (value as unknown[]).map((one) => labelOf(field, one)).join("; ");
    default:
      return String(value);
  }
}

/** As it can be read again. */
function draftIn(field: CustomField, value: unknown, ground: Ground): string {
  if (value === null) return "";
  if (field.type === "number") return String(value);
  if (field.type === "date") return dateInput(minuteOf(`${value}T00:00`), ground.locale);
  return textIn(field, value, ground);
}

const labelOf = ({ options }: CustomField, value: unknown): string =>
  options.find((option) => option.value === value)?.label ?? String(value);

function offersOf({ type, options }: CustomField, { t, people }: Ground): PlanColumn["offers"] {
  if (type === "person") return () => people.map(({ name }) => name);
  if (type === "yes_no") return () => [t("board.yes"), t("board.no")];
  return options.length > 0 ? () => options.map(({ label }) => label) : undefined;
}

type Reading = { value: unknown } | { fault: string };

/** What is written into a field, which is not empty. */
export function readIn(field: CustomField, text: string, ground: Ground): Reading {
  const { t, locale, people } = ground;
  switch (field.type) {
    case "number": {
      const value = Number(text.replace(",", "."));
      return Number.isFinite(value) ? { value } : { fault: t("planColumns.badNumber") };
    }
    case "date": {
      const today = minuteOf(`${ground.plan.project.start.slice(0, 10)}T00:00`);
      const found = parseDate(text, today, locale);
      const example = dateInput(today, locale);
      return found === null
        ? { fault: t("planColumns.badDate", { example }) }
        : { value: textOf(found).slice(0, 10) };
    }
    case "yes_no": {
      const words = [t("board.yes"), t("board.no")];
      const found = named(text, words, (word) => word);
      return found
        ? { value: found === words[0] }
        : { fault: t("planColumns.badChoice", { names: words.join(", ") }) };
    }
    case "person": {
      const found = named(text, people, ({ name }) => name);
      return found ? { value: found.id } : { fault: t("planColumns.badPerson", { name: text }) };
    }
    case "choice":
      return optionIn(field, text, ground);
    case "tags":
      return tagsIn(field, text, ground);
    default:
      return { value: text };
  }
}

function optionIn({ options }: CustomField, text: string, { t }: Ground): Reading {
  const found = named(text, options, ({ label }) => label);
  const names = options.map(({ label }) => label).join(", ");
  return found ? { value: found.value } : { fault: t("planColumns.badChoice", { names }) };
}

function tagsIn(field: CustomField, text: string, ground: Ground): Reading {
  const parts = text.split(/[;,]/).flatMap((part) => part.trim() || []);
  if (field.options.length === 0) return { value: parts };
  const read = parts.map((part) => optionIn(field, part, ground));
  const fault = read.find((one) => "fault" in one);
  return fault ?? { value: read.flatMap((one) => ("value" in one ? [one.value] : [])) };
}
