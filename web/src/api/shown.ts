import type { components } from "./schema";
import type { Kind, RichNode } from "./types";

export type Schemas = components["schemas"];

type Known<T> = (T extends { kind: string } ? { kind: Kind } : unknown) &
  (T extends { body: object } ? { body: RichNode } : unknown);

/** An answer as the API document has it, with what the document leaves open: kinds and rich texts. */
export type Shown<T> = Omit<T, "kind" | "body"> & Known<T>;
