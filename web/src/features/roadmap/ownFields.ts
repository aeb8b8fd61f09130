import type { Field } from "@/ui/list/types";
import {
  type Group,
  NONE,
  numbered,
  PALETTE,
  placeIn,
  quarterOf,
  ranged,
  rangesOf,
} from "./colouring";
import type { Initiative } from "./roadmap";

/** A field that people added; `options` are those of its choices, or whom and what it leads to. */
export interface OwnField {
  /** As values are kept: without `custom.`. */
  name: string;
  type: Field["type"];
  label: string;
  options: { value: string; label: string }[];
}

const YES_NO: Group[] = [
  { value: "yes", colour: PALETTE[1] ?? NONE },
  { value: "no", colour: PALETTE[7] ?? NONE },
];

const held = ({ name }: OwnField, { custom }: Initiative): unknown => custom?.[name] ?? null;

export const numbersOf = (own: OwnField, initiatives: readonly Initiative[]): number[] =>
  initiatives.flatMap((each) => {
    const value = held(own, each);
    return typeof value === "number" ? [value] : [];
  });

/** How its values are read; of several tags the first counts. */
export function customValue(
  own: OwnField,
  initiatives: readonly Initiative[],
): (initiative: Initiative) => string | null {
  const ranges = own.type === "number" ? rangesOf(numbersOf(own, initiatives)) : undefined;
  return (initiative) => {
    const value = held(own, initiative);
    if (value === null || value === undefined) return null;
    if (typeof value === "number") return ranges ? String(placeIn(ranges, value)) : null;
    if (typeof value === "boolean") return value ? "yes" : "no";
    if (own.type === "date") return quarterOf(String(value));
    return Array.isArray(value) ? (value[0] ?? null) : String(value);
  };
}

export function customGroups(own: OwnField, initiatives: readonly Initiative[]): Group[] {
  switch (own.type) {
    case "number":
      return ranged(numbersOf(own, initiatives));
    case "yes_no":
      return YES_NO;
    case "choice":
    case "tags":
    case "person":
    case "reference":
      return numbered(own.options.map(({ value }) => value));
    default: {
      const read = customValue(own, initiatives);
      return numbered(initiatives.flatMap((each) => read(each) ?? []).sort());
    }
  }
}

/** The edit that gives this value; null for ranges and quarters, which say no single one. */
export function customEdit(
  own: OwnField,
  value: string | null,
  seen: Initiative,
): Partial<Initiative> | null {
  if (own.type === "number" || own.type === "date") {
    return value === null ? { custom: { [own.name]: null } } : null;
  }
  return { custom: { [own.name]: sent(own, value, seen) } };
}

function sent(own: OwnField, value: string | null, seen: Initiative): unknown {
  if (own.type === "yes_no") return value === null ? null : value === "yes";
  if (own.type !== "tags") return value;
  const [_first, ...others] = (held(own, seen) as string[] | null) ?? [];
  const kept = others.filter((tag) => tag !== value);
  return value === null ? null : [value, ...kept];
}
