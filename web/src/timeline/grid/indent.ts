import { indented } from "../geometry/indented";
import type { Column } from "./columns";

const STEP = 16;
// Where there is no other column the title has little room.
const STEP_ALONE = 8;

/** Pixels by which a level stands to the right: ever less for the deeper ones, so that half the column is left for titles. */
export function indentOf(level: number, columns: readonly Column[]): number {
  const most = (columns.find(({ id }) => id === "title")?.width ?? 0) / 2;
  const step = columns.length === 1 ? STEP_ALONE : STEP;
  return indented(level, step, most);
}
