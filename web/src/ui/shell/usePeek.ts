import { useNavigate, useSearch } from "@tanstack/react-router";
import { type PeekTarget, readPeek, writePeek } from "./search";

export interface Peek {
  target: PeekTarget | undefined;
  open: (target: PeekTarget) => void;
  close: () => void;
}

/** The right panel, whose state is the address. */
export function usePeek(): Peek {
  const go = useGo();
  const search = useSearch({ strict: false });
  return {
    target: readPeek(search.peek),
    open: (target) => go(writePeek(target)),
    close: () => go(undefined),
  };
}

/** Opens the right panel without hearing of what else the address says: links stand in lists by the hundred. */
export function useOpenPeek(): Peek["open"] {
  const go = useGo();
  return (target) => go(writePeek(target));
}

function useGo(): (peek: string | undefined) => void {
  const navigate = useNavigate();
  return (peek) =>
    void navigate({ to: ".", search: (before) => ({ ...before, peek }), resetScroll: false });
}
