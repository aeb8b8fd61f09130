import type { PlanItem } from "@/features/scheduling/plan";
import { BoardCell } from "@/ui/board/BoardCell";
import { CardList } from "@/ui/board/CardList";
import type { Card } from "./board";
import { WorkCard } from "./WorkCard";

interface Props {
  label: string;
  cards: readonly Card[];
  people: ReadonlyMap<string, string>;
  /** Names what a card stands under, where the rows do not say it. */
  parents: ReadonlyMap<string, PlanItem> | undefined;
  canMove: boolean;
  usualDays: number | null;
  /** What the row stands for. */
  lane: string | null;
  onDrop: (itemId: string, from: string | null) => void;
  onStep: (card: Card, dx: number, dy: number) => void;
}

/** One place of the board: drop a card here and it comes into the state, and takes on what the row stands for. */
export function WorkCell(props: Props) {
  return (
    <BoardCell kind="work_item" label={props.label} onDrop={props.onDrop}>
      <CardList
        items={props.cards}
        card={(card) => (
          <WorkCard
            key={card.item.id}
            card={card}
            owner={props.people.get(card.item.owner_id ?? "")}
            parent={props.parents?.get(card.item.parent_id ?? "")?.title}
            canMove={props.canMove}
            usualDays={props.usualDays}
            lane={props.lane}
            onStep={(dx, dy) => props.onStep(card, dx, dy)}
          />
        )}
      />
    </BoardCell>
  );
}
