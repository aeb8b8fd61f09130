import type { State, StateIn } from "./itemTypes";

/** A state while it is edited; `row` tells it apart from others, new ones too. */
export type StateRow = StateIn & { row: number };

export const rowsOfStates = (states: readonly State[]): StateRow[] =>
  states.map(({ id, name, category, limit }, row) => ({ id, name, category, limit, row }));

export const statesOfRows = (rows: readonly StateRow[]): StateIn[] =>
  rows.map(({ row: _row, ...state }) => state);

/** The same with one more before the last. */
export function withOneMore(rows: readonly StateRow[]): StateRow[] {
  const row = Math.max(-1, ...rows.map((each) => each.row)) + 1;
  const added: StateRow = { id: null, name: "", category: "doing", limit: null, row };
  return rows.toSpliced(Math.max(0, rows.length - 1), 0, added);
}
