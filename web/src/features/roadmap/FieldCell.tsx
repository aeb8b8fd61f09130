import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useRef, useState } from "react";
import { CardList } from "./CardList";
import classes from "./FieldBoard.module.css";
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
  const frame = useRef<HTMLElement>(null);
  const [isOver, setOver] = useState(false);
  const latest = useRef(props.onDrop);
  latest.current = props.onDrop;
  useEffect(() => {
    if (!frame.current) return;
    return dropTargetForElements({
      element: frame.current,
      canDrop: ({ source }) => typeof source.data.initiativeId === "string",
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        latest.current(String(source.data.initiativeId));
      },
    });
  }, []);
  return (
    <section
      ref={frame}
      className={classes.cell}
      data-over={isOver || undefined}
      aria-label={props.label}
    >
      <CardList
        initiatives={props.initiatives}
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
