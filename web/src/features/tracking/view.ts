import { LINES, type LineKind } from "./types";

/** What the address of a register says: which kind of line is open. */
export interface RegisterView {
  register?: LineKind;
  /** Of every product, not of the one that is chosen. */
  everywhere?: boolean;
}

export function readRegisterView(search: Record<string, unknown>): RegisterView {
  return {
    register: LINES.find((each) => each === search.register),
    everywhere: search.everywhere === true || undefined,
  };
}
