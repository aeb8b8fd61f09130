import { indented } from "../geometry/indented";
import type { Column } from "./columns";

const STEP = 16;
// Where there is no other column the title has little room.
const STEP_ALONE = 8;
// The share of the column that indents may take.
const SHARE = 1 / 3;
const SHARE_ALONE = 1 / 5;

/** Pixels by which a level stands to the right: ever less for the deeper ones, so that most of the column is left for titles. */
export function indentOf(level: number, columns: readonly Column[]): number {
  const isAlone = columns.length === 1;
  const most =
    (columns.find(({ id }) => id === "title")?.width ?? 0) * (isAlone ? SHARE_ALONE : SHARE);
  const step = isAlone ? STEP_ALONE : STEP;
  return indented(level, step, most);
}
