import { dayHours } from "@/features/core/dayHours";
import type { CustomField } from "@/features/core/list/customFields";
import { counterpart, holdsFor, type State } from "@/features/core/types/itemTypes";
import { minuteOf, textOf } from "@/timeline/geometry/time";
import { dateInput, dateText, parseDate } from "@/timeline/grid/dates";
import type { AddedId, Minute } from "@/timeline/types";
import { flowsOf, stateIn } from "../flows";
import type { PlanItem } from "../plan";
import { type Ground, itemsOf } from "./ground";
import { peopleEdits, peopleText, readPeople, type Staffed, staffedOf } from "./people";
import { named, type PlanColumn, setting } from "./planColumn";

const MOST_PRIORITY = 1000;
export const isLeaf = ({ kind }: { kind: string }): boolean => kind !== "summary";

export function ownerColumn({ plan, t, people }: Ground): PlanColumn {
  const itemOf = itemsOf(plan);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    id: "field.owner",
    title: t("item.owner"),
    width: 132,
    text: (id) => names.get(itemOf(id)?.owner_id ?? "") ?? "",
    offers: () => [...names.values()],
    read: (text) => {
      if (text === "") return { value: null };
      const found = named(text, people, ({ name }) => name);
      return found ? { value: found.id } : { fault: t("planColumns.badPerson", { name: text }) };
    },
    heldBy: ({ owner_id }) => owner_id,
    edits: (item, value) => setting(item, { owner_id: value as string | null }),
  };
}

export function peopleColumn({ plan, t, resources }: Ground): PlanColumn {
  const on = staffedOf(plan);
  const known = new Map(plan.resources.map((one) => [one.id, one]));
  return {
    id: "field.people",
    title: t("planColumns.people"),
    width: 168,
    text: (id) => peopleText(on(id), known),
    offers: () => resources.map(({ title }) => title),
    read: (text) => {
      const { staffed, unknown } = readPeople(text, resources);
      return unknown.length === 0
        ? { value: staffed }
        : { fault: t("planColumns.badResource", { name: unknown.join(", ") }) };
    },
    isOf: isLeaf,
    isOfTasks: true,
    heldBy: ({ id }) => on(id).map(({ resource_id, units }) => ({ resource_id, units })),
    edits: (item, value) => peopleEdits(item, value as Staffed[], plan.assignments),
  };
}

export function priorityColumn({ plan, t }: Ground): PlanColumn {
  const itemOf = itemsOf(plan);
  return {
    id: "field.priority",
    title: t("plan.groupBy.priority"),
    width: 68,
    numeric: true,
    text: (id) => String(itemOf(id)?.priority ?? ""),
    read: (text) =>
      /^\d{1,4}$/.test(text) && Number(text) <= MOST_PRIORITY
        ? { value: Number(text) }
        : { fault: t("planColumns.badPriority") },
    heldBy: ({ priority }) => priority,
    edits: (item, value) => setting(item, { priority: value as number }),
  };
}

export function stateColumn({ plan, t, types }: Ground): PlanColumn {
  const itemOf = itemsOf(plan);
  const flowOf = flowsOf(plan, types);
  return {
    id: "field.state",
    title: t("item.state"),
    width: 112,
    text: (id) => stateIn(flowOf, itemOf(id))?.name ?? "",
    offers: (id) => flowOf(itemOf(id)).map(({ name }) => name),
    read: (text, id) => {
      const flow = flowOf(itemOf(id));
      const found = named(text, flow, ({ name }) => name);
      const names = flow.map(({ name }) => name).join(", ");
      return found ? { value: found } : { fault: t("planColumns.badChoice", { names }) };
    },
    isOf: isLeaf,
    isOfTasks: true,
    heldBy: (item) => stateIn(flowOf, item),
    edits: (item, value) => {
      const state = value !== null && counterpart(value as State, flowOf(item));
      return state ? setting(item, { state: state.id }) : [];
    },
  };
}

export function calendarColumn({ plan, t, calendars }: Ground): PlanColumn {
  const itemOf = itemsOf(plan);
  const names = new Map([...plan.calendars, ...calendars].map(({ id, title }) => [id, title]));
  return {
    id: "field.calendar",
    title: t("planColumns.calendar"),
    width: 132,
    text: (id) => names.get(itemOf(id)?.calendar_id ?? "") ?? "",
    offers: () => [...names.values()],
    read: (text) => {
      if (text === "") return { value: null };
      const found = named(text, [...names], ([, title]) => title);
      return found
        ? { value: found[0] }
        : { fault: t("planColumns.badChoice", { names: [...names.values()].join(", ") }) };
    },
    isOf: isLeaf,
    isOfTasks: true,
    heldBy: ({ calendar_id }) => calendar_id,
    edits: (item, value) => setting(item, { calendar_id: value as string | null }),
  };
}

/** A day that is written as the locale does, and kept with a time of day. */
export interface Day {
  id: AddedId;
  title: string;
  of: (item: PlanItem) => string | null | undefined;
  /** Which end of the working day is meant where only the day is said. */
  end: (item: PlanItem | undefined) => "start" | "finish";
}

/** A day as it was kept goes by the hours of the project's calendar on the new one; a time of one's own stays. */
export function dayColumn({ plan, t, locale }: Ground, day: Day) {
  const itemOf = itemsOf(plan);
  const { project, calendars } = plan;
  const calendar = calendars.find(({ id }) => id === project.calendar_id);
  const held = (id: string): string | null => {
    const item = itemOf(id);
    return (item && day.of(item)) ?? null;
  };
  const at = (id: string): Minute | null => {
    const text = held(id);
    return text ? minuteOf(text) : null;
  };
  const hourOn = (date: string, id: string) => dayHours(calendar, date)[day.end(itemOf(id))];
  const first = minuteOf(`${project.start.slice(0, 10)}T00:00`);
  return {
    id: day.id,
    title: day.title,
    width: 104,
    numeric: true,
    text: (id: string) => written(at(id), (minute) => dateText(minute, locale)),
    draft: (id: string) => written(at(id), (minute) => dateInput(minute, locale)),
    read: (text: string, id: string) => {
      if (text === "") return { value: null };
      const found = parseDate(text, at(id) ?? first, locale);
      const example = dateInput(first, locale);
      if (found === null) return { fault: t("planColumns.badDate", { example }) };
      const was = held(id);
      const isOwn = was !== null && was.slice(11) !== hourOn(was.slice(0, 10), id);
      const date = textOf(found).slice(0, 10);
      return { value: `${date}T${isOwn ? was.slice(11) : hourOn(date, id)}` };
    },
  };
}

const written = (minute: Minute | null, text: (minute: Minute) => string): string =>
  minute === null ? "" : text(minute);

export function deadlineColumn(ground: Ground): PlanColumn {
  const title = ground.t("project.deadline");
  return {
    ...dayColumn(ground, {
      id: "field.deadline",
      title,
      of: ({ deadline }) => deadline,
      end: () => "finish",
    }),
    heldBy: ({ deadline }) => deadline,
    edits: (item, value) => setting(item, { deadline: value as string | null }),
  };
}

export const holds = ({ only_types }: CustomField, item: PlanItem | undefined): boolean =>
  item !== undefined && holdsFor(only_types, item.item_type_id);
