import { wordsIn } from "@/ui/inAddress";

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
    lanes: wordsIn(search.lanes),
    q: wordsIn(search.q),
    type: wordsIn(search.type),
    owner: wordsIn(search.owner),
    iteration: wordsIn(search.iteration),
    old: search.old === true || undefined,
  };
}
