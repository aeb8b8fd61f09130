import { useNavigate, useSearch } from "@tanstack/react-router";
import { type PeekTarget, readPeek, writePeek } from "./search";

export interface Peek {
  target: PeekTarget | undefined;
  open: (target: PeekTarget) => void;
  close: () => void;
}

/** The right panel, whose state is the address. */
export function usePeek(): Peek {
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const go = (peek: string | undefined) =>
    void navigate({ to: ".", search: (before) => ({ ...before, peek }), resetScroll: false });
  return {
    target: readPeek(search.peek),
    open: (target) => go(writePeek(target)),
    close: () => go(undefined),
  };
}
