import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type RefObject, useEffect, useRef, useState } from "react";

/** A place that takes cards of a kind; tells which is dropped and the row that it came from, and whether one is above. */
export function useDrop<E extends Element>(
  kind: string,
  onDrop: (id: string, from: string | null) => void,
): [RefObject<E | null>, boolean] {
  const frame = useRef<E>(null);
  const [isOver, setOver] = useState(false);
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(() => {
    if (!frame.current) return;
    return dropTargetForElements({
      element: frame.current,
      canDrop: ({ source }) => source.data.kind === kind,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        const { id, from } = source.data;
        latest.current(String(id), typeof from === "string" ? from : null);
      },
    });
  }, [kind]);
  return [frame, isOver];
}
