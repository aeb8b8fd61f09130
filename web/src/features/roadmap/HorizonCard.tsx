import { draggable } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { Text } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
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
  chance: Chance | undefined;
  onStep: (step: -1 | 1) => void;
}

export function HorizonCard({ initiative, lane, chance, onStep }: Props) {
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
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] as -1 | 1 | undefined;
    if (!event.altKey || !step || !canEdit) return;
    event.preventDefault();
    onStep(step);
  };
  return (
    <li
      ref={card}
      className={classes.card}
      data-dragged={isDragged || undefined}
      data-moves={canEdit || undefined}
      style={{ borderInlineStartColor: lane?.colour }}
      onKeyDown={onKeyDown}
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
