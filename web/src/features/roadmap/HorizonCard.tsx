import { draggable } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { Text } from "@mantine/core";
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWindowText } from "@/features/core/useWindowText";
import { ChanceBadge } from "@/ui/ChanceBadge";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import classes from "./Horizon.module.css";
import type { Chance, Initiative } from "./roadmap";

interface Props {
  initiative: Initiative;
  lane: { title: string; colour: string } | undefined;
  /** Its lane's where none is given. */
  colour?: string;
  chance: Chance | undefined;
  picked: boolean;
  onPick: () => void;
  /** Moved by the keyboard, so many places to the right and down. */
  onStep: (dx: number, dy: number) => void;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** An initiative on a board. X or a click with Ctrl picks it, Alt and the arrows move it. */
export function HorizonCard(props: Props) {
  const { initiative, lane, colour, chance, picked, onPick, onStep } = props;
  const { t } = useTranslation();
  const windowText = useWindowText();
  const card = useRef<HTMLLIElement>(null);
  const [isDragged, setDragged] = useState(false);
  const { id, key, title, status, window } = initiative;
  const canEdit = initiative.can.edit === true;
  useEffect(() => {
    if (!card.current || !canEdit) return;
    return draggable({
      element: card.current,
      getInitialData: () => ({ initiativeId: id }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
  }, [id, canEdit]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.key.toLowerCase() === "x" && !event.ctrlKey && !event.metaKey) onPick();
    else if (event.altKey && step && canEdit) onStep(...step);
    else return;
    event.preventDefault();
  };
  const onClickCapture = (event: MouseEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    onPick();
  };
  return (
    <li
      ref={card}
      className={classes.card}
      data-dragged={isDragged || undefined}
      data-moves={canEdit || undefined}
      data-picked={picked || undefined}
      style={{ borderInlineStartColor: colour ?? lane?.colour }}
      onKeyDown={onKeyDown}
      onClickCapture={onClickCapture}
    >
      <div className={classes.title}>
        <KeyBadge value={key} />
        <PeekLink kind="initiative" id={id} objectKey={key} c="inherit" fw={500} fz="sm">
          {title}
        </PeekLink>
      </div>
      <Text size="xs" c="dimmed">
        {[t(`status.${status}`), lane?.title, window && windowText(window)]
          .filter(Boolean)
          .join(" · ")}
      </Text>
      {chance && <ChanceBadge chance={chance.probability} />}
    </li>
  );
}
