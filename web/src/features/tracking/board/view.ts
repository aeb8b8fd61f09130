/** What the address of a board says. */
export interface BoardView {
  /** The field that its rows stand for. */
  lanes?: string;
  q?: string;
  /** The type whose work is shown in its own states; none: all. */
  type?: string;
  owner?: string;
  /** Only what is promised for it. */
  iteration?: string;
  /** Only what stands there for long. */
  old?: true;
}

export function readBoardView(search: Record<string, unknown>): BoardView {
  return {
    lanes: text(search.lanes),
    q: text(search.q),
    type: text(search.type),
    owner: text(search.owner),
    iteration: text(search.iteration),
    old: search.old === true || undefined,
  };
}

function text(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}
