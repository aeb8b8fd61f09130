import { BoardCell } from "@/ui/board/BoardCell";
import { CardList } from "@/ui/board/CardList";
import { HorizonCard } from "./HorizonCard";
import type { Chance, Initiative } from "./roadmap";

interface Props {
  label: string;
  initiatives: readonly Initiative[];
  colours: ReadonlyMap<string, string>;
  chances: ReadonlyMap<string, Chance>;
  pickedIds: ReadonlySet<string>;
  onPick: (key: string) => void;
  onDrop: (initiativeId: string) => void;
  onStep: (initiative: Initiative, dx: number, dy: number) => void;
}

/** One place of the board: drop a card here and it takes on what the place stands for. */
export function FieldCell(props: Props) {
  return (
    <BoardCell kind="initiative" label={props.label} onDrop={props.onDrop}>
      <CardList
        items={props.initiatives}
        card={(initiative) => (
          <HorizonCard
            key={initiative.id}
            initiative={initiative}
            lane={undefined}
            colour={props.colours.get(initiative.id)}
            chance={props.chances.get(initiative.id)}
            picked={props.pickedIds.has(initiative.id)}
            onPick={() => props.onPick(initiative.key)}
            onStep={(dx, dy) => props.onStep(initiative, dx, dy)}
          />
        )}
      />
    </BoardCell>
  );
}
