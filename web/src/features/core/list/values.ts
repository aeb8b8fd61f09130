import type { PersonRef } from "@/api/types";
import type { Field } from "@/ui/list/types";

export interface Reference {
  kind: string;
  id: string;
  key: string;
  title: string;
}

export function isReference(value: unknown): value is Reference {
  return typeof value === "object" && value !== null && "title" in value;
}

export function isPerson(value: unknown): value is PersonRef {
  return typeof value === "object" && value !== null && "name" in value;
}

export function isTexts(value: unknown): value is string[] {
  return Array.isArray(value);
}

/** A value as an edit sends it. */
export function sent(field: Field, value: unknown): Record<string, unknown> {
  const plain = isReference(value) || isPerson(value) ? value.id : value;
  return field.custom ? { custom: { [field.custom]: plain } } : { [field.writes ?? ""]: plain };
}

/** What a field holds once it was emptied. */
export function emptied(field: Field): unknown {
  if (field.custom) return null;
  if (field.type === "tags") return [];
  return field.type === "text" ? "" : null;
}
