/** Lists as the server tells them: `/api/lists/{kind}`. */

export type FieldType =
  | "text"
  | "number"
  | "date"
  | "datetime"
  | "choice"
  | "tags"
  | "person"
  | "reference"
  | "yes_no";

export interface Option {
  value: string;
  label: string;
}

export interface Field {
  name: string;
  type: FieldType;
  label: string;
  description: string;
  operators: string[];
  options: Option[];
  /** The kind that a reference leads to. */
  of: string | null;
  sortable: boolean;
  groupable: boolean;
  /** Its name in an edit; null where it cannot be edited. */
  writes: string | null;
  /** Its name in `custom`, where people added it. */
  custom: string | null;
  /** The types of objects that have it, null for what has no type; none: all have it. */
  only_types: (string | null)[];
}

export type Condition = [field: string, operator: string, value?: unknown];
/** One condition, or several of which one must hold. */
export type Clause = Condition | { any: Condition[] };

export interface ListItem {
  id: string;
  kind: string;
  key: string;
  title: string;
  /** What a record without a page of its own is part of, and leads to. */
  part_of?: { kind: string; id: string };
  version: number;
  archived_at: string | null;
  can: Record<string, boolean>;
  fields: Record<string, unknown>;
}

export interface Group {
  value: unknown;
  label: string;
  where: Condition;
  count: number;
  sums: Record<string, number>;
}

/** How a list is looked at; what is left out is as the view has it. */
export interface ListState {
  view?: string;
  q?: string;
  where?: Clause[];
  sort?: string;
  group?: string;
  columns?: string[];
  archived?: boolean;
}
