import { durationText } from "@/timeline/grid/durations";
import { CONSTRAINTS } from "../kinds";
import { estimateIn } from "../outline/pasting";
import type { ItemFields, PlanItem } from "../plan";
import { dayColumn, isLeaf } from "./fields";
import { type Ground, itemsOf } from "./ground";
import { named, type PlanColumn, setting } from "./planColumn";

type Constraint = NonNullable<ItemFields["constraint"]>;

const OF_FINISH: ReadonlySet<string> = new Set(["FNET", "FNLT", "MFO"]);
const isFree = (kind: string): boolean => kind === "ASAP" || kind === "ALAP";

/** Of what kind the constraint is, by its name or by its letters; one that needs a day holds the item where it is. */
export function constraintColumn({ plan, t }: Ground): PlanColumn {
  const itemOf = itemsOf(plan);
  const nameOf = (kind: Constraint["kind"]): string => t(`constraint.${kind}`);
  return {
    id: "field.constraint",
    title: t("item.constraint"),
    width: 168,
    text: (id) => {
      const kind = itemOf(id)?.constraint?.kind;
      return kind && kind !== "ASAP" ? nameOf(kind as Constraint["kind"]) : "";
    },
    offers: () => CONSTRAINTS.map(nameOf),
    read: (text) => {
      if (text === "") return { value: { kind: "ASAP", at: null } };
      const kind =
        CONSTRAINTS.find((one) => one === text.toUpperCase()) ?? named(text, CONSTRAINTS, nameOf);
      return kind
        ? { value: { kind } }
        : { fault: t("planColumns.badChoice", { names: CONSTRAINTS.map(nameOf).join(", ") }) };
    },
    isOf: isLeaf,
    isOfTasks: true,
    heldBy: ({ constraint }) => constraint ?? { kind: "ASAP", at: null },
    edits: (item, value) => {
      const { kind, at } = value as Partial<Constraint> & Pick<Constraint, "kind">;
      if (isFree(kind)) return setting(item, { constraint: { kind, at: null } });
      const day = at ?? item.constraint?.at ?? standing(item, kind) ?? plan.project.start;
      return setting(item, { constraint: { kind, at: day } });
    },
  };
}

const standing = ({ schedule }: PlanItem, kind: string): string | undefined =>
  OF_FINISH.has(kind) ? schedule?.finish : schedule?.start;

/** On which day; where there is no constraint that has one, the item starts no earlier. */
export function constraintDayColumn(ground: Ground): PlanColumn {
  return {
    ...dayColumn(ground, {
      id: "field.constraintDay",
      title: ground.t("planColumns.constraintDay"),
      of: ({ constraint }) => constraint?.at,
      end: (item) => (OF_FINISH.has(item?.constraint?.kind ?? "") ? "finish" : "start"),
    }),
    isOf: isLeaf,
    isOfTasks: true,
    heldBy: ({ constraint }) => constraint?.at ?? null,
    edits: (item, value) => {
      const held = item.constraint?.kind as Constraint["kind"] | undefined;
      const kind = held && !isFree(held) ? held : "SNET";
      const constraint = value ? { kind, at: value as string } : { kind: "ASAP" as const };
      return setting(item, { constraint });
    },
  };
}

/** Three points, `2d/3d/6d`, or one figure for all of them. */
export function estimateColumn({ plan, t, workday, locale }: Ground): PlanColumn {
  const itemOf = itemsOf(plan);
  return {
    id: "field.estimate",
    title: t("item.estimate"),
    width: 112,
    numeric: true,
    text: (id) => estimateText(itemOf(id)?.estimate ?? null, workday, locale),
    read: (text) => {
      const value = text === "" ? null : estimateIn(text, workday);
      return text !== "" && value === null ? { fault: t("item.estimateRises") } : { value };
    },
    isOf: isLeaf,
    isOfTasks: true,
    heldBy: ({ estimate }) => estimate,
    edits: (item, value) => setting(item, { estimate: value as PlanItem["estimate"] }),
  };
}

export function estimateText(
  estimate: PlanItem["estimate"],
  workday: Ground["workday"],
  locale: string,
): string {
  if (!estimate) return "";
  const { optimistic, likely, pessimistic } = estimate;
  return [optimistic, likely, pessimistic]
    .map((minutes) => durationText(minutes, workday, undefined, locale))
    .join("/");
}
