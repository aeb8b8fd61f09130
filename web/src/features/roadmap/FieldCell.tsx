import classes from "@/ui/board/Board.module.css";
import { CardList } from "@/ui/board/CardList";
import { useDrop } from "@/ui/board/useDrop";
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
  const [frame, isOver] = useDrop<HTMLElement>("initiative", props.onDrop);
  return (
    <section
      ref={frame}
      className={classes.cell}
      data-over={isOver || undefined}
      aria-label={props.label}
    >
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
    </section>
  );
}
