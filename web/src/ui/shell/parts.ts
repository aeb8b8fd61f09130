import type { ComponentType } from "react";
import type { Kind } from "@/api/types";

/** What an area adds to the page of another area's object. */
export interface PartProps {
  id: string;
  /** The field that the page colours by. */
  colour?: string;
}

/**
 * A section of its page, a button in the head of its page, a whole view of it, a part of its forecast, what stands on
 * its timeline, or how it came about.
 */
export type PartPlace =
  | "section"
  | "action"
  | "details"
  | "board"
  | "storymap"
  | "people"
  | "iterations"
  | "flow"
  | "budget"
  | "register"
  | "requests"
  | "gates"
  | "raci"
  | "marks"
  | "status"
  | "trend"
  | "forecast"
  | "past";

const parts = new Map<string, ComponentType<PartProps>[]>();

export function registerPart(place: PartPlace, kind: Kind, Part: ComponentType<PartProps>): void {
  const key = `${place}:${kind}`;
  parts.set(key, [...(parts.get(key) ?? []), Part]);
}

export function partsFor(place: PartPlace, kind: Kind): readonly ComponentType<PartProps>[] {
  return parts.get(`${place}:${kind}`) ?? [];
}
