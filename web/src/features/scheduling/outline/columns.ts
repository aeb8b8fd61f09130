import { COLUMNS } from "@/timeline/grid/columns";
import type { ColumnId } from "@/timeline/types";
import { WITH_BASELINE } from "../baselines/ghosts";
import { WITH_SCOPE } from "./scope";

const typed = (ids: readonly ColumnId[]): readonly ColumnId[] =>
  ids.flatMap((id) => (id === "title" ? ["type", id] : [id]));

const USUAL = COLUMNS.map(({ id }) => id);
const [TYPED, TYPED_SCOPE, TYPED_BASELINE] = [USUAL, WITH_SCOPE, WITH_BASELINE].map(typed);

interface Shown {
  hasTypes: boolean;
  hasScope: boolean;
  isCompared: boolean;
}

/** The columns of the outline: the same list for the same wishes. */
export function columnsFor({ hasTypes, hasScope, isCompared }: Shown) {
  if (isCompared) return hasTypes ? TYPED_BASELINE : WITH_BASELINE;
  if (hasScope) return hasTypes ? TYPED_SCOPE : WITH_SCOPE;
  return hasTypes ? TYPED : undefined;
}
