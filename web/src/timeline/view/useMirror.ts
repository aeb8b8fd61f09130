import { useState } from "react";

/** Own state that follows a prop: it changes at once here, and again when the prop does. */
export function useMirror<T>(given: T | undefined, first: T): [T, (value: T) => void] {
  const [value, setValue] = useState(given === undefined ? first : given);
  const [seen, setSeen] = useState(given);
  if (given !== undefined && given !== seen) {
    setSeen(given);
    setValue(given);
    return [given, setValue];
  }
  return [value, setValue];
}
