import type { Schemas } from "@/api/shown";

export type ConstraintKind = Schemas["ConstraintIn"]["kind"];

/** What may hold an item to a date, in the order in which it is offered. */
export const CONSTRAINTS: readonly ConstraintKind[] = [
  "ASAP",
  "ALAP",
  "SNET",
  "SNLT",
  "FNET",
  "FNLT",
  "MSO",
  "MFO",
];

/** Which ends a link may tie. */
export const LINKS = ["FS", "SS", "FF", "SF"] as const;
