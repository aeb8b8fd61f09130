import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import {
  draggable,
  dropTargetForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { TextInput, VisuallyHidden } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Spot } from "@/features/discovery/tree/layout";
import { ItemTitle } from "../ItemTitle";
import { ROOT } from "./branches";
import classes from "./MindMap.module.css";

const KIND = "map_node";
type Part = "before" | "inside" | "behind";

interface Props {
  id: string;
  title: string;
  spot: Spot;
  level: number;
  below: number;
  percent: number | null;
  isCritical: boolean;
  isFolded: boolean;
  isChosen: boolean;
  isNamed: boolean;
  isActive: boolean;
  canEdit: boolean;
  onChoose: () => void;
  onOpen: () => void;
  onFold: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onName: (title: string) => void;
  onDrop: (id: string, part: Part) => void;
}

/** One item of the plan as a node of the map. */
export function MapNode(props: Props) {
  const { id, title, spot, below, isFolded, isChosen, isNamed, canEdit } = props;
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [isHeld, setHeld] = useState(false);
  const [over, setOver] = useState<Part | null>(null);
  const onDrop = useRef(props.onDrop);
  onDrop.current = props.onDrop;
  useEffect(() => {
    const element = frame.current;
    if (!element || !canEdit) return;
    const partAt = (y: number): Part => {
      const { top, height } = element.getBoundingClientRect();
      const share = (y - top) / height;
      return id === ROOT || (share > 0.3 && share < 0.7)
        ? "inside"
        : share < 0.5
          ? "before"
          : "behind";
    };
    return combine(
      draggable({
        element,
        canDrag: () => id !== ROOT,
        getInitialData: () => ({ kind: KIND, id }),
        onDragStart: () => setHeld(true),
        onDrop: () => setHeld(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.kind === KIND && source.data.id !== id,
        onDrag: ({ location }) => setOver(partAt(location.current.input.clientY)),
        onDragLeave: () => setOver(null),
        onDrop: ({ source, location }) => {
          setOver(null);
          onDrop.current(String(source.data.id), partAt(location.current.input.clientY));
        },
      }),
    );
  }, [id, canEdit]);
  useEffect(() => {
    if (isChosen && !isNamed) frame.current?.focus();
  }, [isChosen, isNamed]);
  return (
    <div
      ref={frame}
      role="treeitem"
      aria-level={props.level}
      aria-selected={isChosen}
      aria-expanded={below > 0 ? !isFolded : undefined}
      tabIndex={isChosen ? 0 : -1}
      className={classes.node}
      data-root={id === ROOT || undefined}
      data-summary={below > 0 || undefined}
      data-critical={props.isCritical || undefined}
      data-chosen={isChosen || undefined}
      data-held={isHeld || undefined}
      data-drop={over ?? undefined}
      style={{ insetInlineStart: spot.x, insetBlockStart: spot.y }}
      onClick={props.onChoose}
      onDoubleClick={props.onOpen}
      onKeyDown={props.onKeyDown}
    >
      {isNamed ? (
        <Naming title={title} onName={props.onName} />
      ) : (
        <>
          <span className={classes.title}>
            <ItemTitle item={{ title, active: props.isActive }} />
          </span>
          {props.percent !== null && props.percent > 0 && (
            <span className={classes.done}>
              {t("board.percent", { percent: Math.round(props.percent) })}
            </span>
          )}
          {below > 0 && (
            <button
              type="button"
              tabIndex={-1}
              className={classes.fold}
              onClick={(event) => {
                event.stopPropagation();
                props.onFold();
              }}
            >
              <span aria-hidden="true">{isFolded ? `+${below}` : "−"}</span>
              <VisuallyHidden>
                {t(isFolded ? "map.unfold" : "map.fold", { name: title })}
              </VisuallyHidden>
            </button>
          )}
        </>
      )}
    </div>
  );
}

function Naming({ title, onName }: { title: string; onName: (title: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(title);
  const isOver = useRef(false);
  const end = (said: string) => {
    if (isOver.current) return;
    isOver.current = true;
    onName(said);
  };
  return (
    <TextInput
      size="xs"
      variant="unstyled"
      flex={1}
      maxLength={300}
      aria-label={t("map.title")}
      value={text}
      ref={(field) => field?.focus()}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter") end(text.trim());
        if (event.key === "Escape") end("");
      }}
      onBlur={() => end(text.trim())}
    />
  );
}
