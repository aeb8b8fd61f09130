import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { counterpart, type ItemType } from "@/features/core/types/itemTypes";
import { assignEdits } from "@/features/scheduling/assigned";
import { BUILT_IN, type Lane, type LaneOf, laneEdit } from "@/features/scheduling/lanes";
import type { Edit, Plan, PlanItem } from "@/features/scheduling/plan";

export type Board = Schemas["BoardOut"];
export type Column = Board["columns"][number];
/** The type whose work alone a board shows: its id, or that of plain tasks. */
export const PLAIN = "plain";

/** Since when work stands where it stands, beside the plan that says what it is. */
export function boardQuery(projectId: string, type?: string) {
  const query = type === PLAIN ? { plain: true } : { item_type_id: type };
  return queryOptions({
    queryKey: ["board", projectId, ...(type ? [type] : [])],
    meta: { kinds: ["project", "work_item", "item_type", "several"] },
    queryFn: ({ signal }) => http.get<Board>(`/projects/${projectId}/board`, { query, signal }),
  });
}

/** A task or milestone on the board. */
export interface Card {
  item: PlanItem;
  /** The column that it stands in. */
  state: string;
  /** What its type calls the state that it is in, where that is another name. */
  ownState: string | undefined;
  /** Days in its state. */
  days: number;
  isOld: boolean;
}

export type Types = ReadonlyMap<string, Pick<ItemType, "workflow">>;

/** The cards, in the order of the outline, each in the column of the state that its plan says now. */
export function cardsOf(
  items: readonly PlanItem[],
  board: Board,
  types: Types,
  type?: string,
): Card[] {
  const known = new Map(board.cards.map((card) => [card.id, card]));
  const wanted = type === PLAIN ? null : type;
  return items.flatMap((item) => {
    if (item.type === "summary" || !item.active || item.state === null) return [];
    if (wanted !== undefined && item.item_type_id !== wanted) return [];
    const own = types.get(item.item_type_id ?? "")?.workflow.find(({ id }) => id === item.state);
    const column = own && counterpart(own, board.columns);
    const state = column?.id ?? item.state;
    const told = known.get(item.id);
    const stays = told?.state === state;
    return [
      {
        item,
        state,
        ownState: own && column && own.name !== column.name ? own.name : undefined,
        days: stays ? told.days : 0,
        isOld: stays && told.is_old,
      },
    ];
  });
}

export interface Wanted {
  q: string;
  owner: string | undefined;
  /** Only these; none: all. */
  within: ReadonlySet<string> | undefined;
  old: boolean;
}

export function isWanted({ item, isOld }: Card, { q, owner, within, old }: Wanted): boolean {
  const text = `${item.key} ${item.title}`.toLocaleLowerCase();
  return (
    text.includes(q.trim().toLocaleLowerCase()) &&
    (owner === undefined || item.owner_id === owner) &&
    (within === undefined || within.has(item.id)) &&
    (!old || isOld)
  );
}

/** What the rows of a board may stand for. */
export const ROWS = [...BUILT_IN, "iteration"] as const;

/** The edits that bring a card to a state and from one lane to another; none where it stands there. An iteration is no edit of the plan. */
export function moveEdits(
  card: Card,
  state: string,
  lanes: LaneOf,
  lane: Lane,
  from: string | null,
  assignments: Plan["assignments"] = [],
): Edit[] {
  const { item } = card;
  const fields = {
    ...(card.state === state ? {} : { state }),
    ...laneEdit(lanes, lane.value, item, from),
  };
  const edits: Edit[] = [];
  if (Object.keys(fields).length > 0)
    edits.push({ op: "set", id: item.id, version: item.version, fields });
  if (lanes.by === "parent" && lane.value !== item.parent_id)
    edits.push({
      op: "move",
      id: item.id,
      version: item.version,
      parent_id: lane.value,
      after_id: null,
    });
  if (lanes.by === "assigned") edits.push(...assignEdits(item, lane.value, assignments));
  return edits;
}

/** More than should stand there at once. */
export const overLimit = (limit: number | null, count: number): boolean =>
  limit !== null && count > limit;
