import { useRef, useState } from "react";
import type { ColumnId } from "../types";

type Held = ReadonlyMap<string, ReadonlyMap<ColumnId, string>>;
const NONE: Held = new Map();

/** What was written stays to be seen until the rows change, or until it is refused. */
export function useHeldText(source: unknown) {
  const [held, setHeld] = useState<Held>(NONE);
  const [seen, setSeen] = useState(source);
  if (seen !== source) {
    setSeen(source);
    setHeld(NONE);
  }
  const set = useRef(setHeld).current;
  const hold = (id: string, column: ColumnId, text: string, answer: unknown) => {
    set((was) => new Map(was).set(id, new Map(was.get(id)).set(column, text)));
    const drop = () => {
      set((was) => {
        const next = new Map(was);
        next.delete(id);
        return next;
      });
    };
    if (answer instanceof Promise) answer.catch(drop);
  };
  return { held: seen === source ? held : NONE, hold };
}
