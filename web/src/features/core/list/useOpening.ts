import { useNavigate } from "@tanstack/react-router";
import { tidy } from "@/ui/list/state";
import type { List } from "./useList";

/** How a list is set whose page draws it otherwise too: opened, a saved view is shown as it was saved, so what the address
 * says of `drawn` is dropped. */
export function useOpening(drawn: readonly string[]): (list: List) => List["set"] {
  const navigate = useNavigate();
  return (list) => (next) =>
    "view" in next
      ? void navigate({
          to: ".",
          search: (before) => ({
            ...before,
            ...Object.fromEntries(drawn.map((name) => [name, undefined])),
            list: tidy({ ...before.list, ...next }),
          }),
          replace: true,
          resetScroll: false,
        })
      : list.set(next);
}
