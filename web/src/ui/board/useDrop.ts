import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type RefObject, useEffect, useRef, useState } from "react";

/** A place that takes cards of a kind; tells the id of the one that is dropped, and whether one is above. */
export function useDrop<E extends Element>(
  kind: string,
  onDrop: (id: string) => void,
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
        latest.current(String(source.data.id));
      },
    });
  }, [kind]);
  return [frame, isOver];
}
