import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Kind } from "@/api/types";

export interface Create {
  kind: string | undefined;
  open: (kind: Kind) => void;
  close: () => void;
}

/** The quick-create form, whose state is the address. */
export function useCreate(): Create {
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const go = (create: string | undefined) =>
    void navigate({ to: ".", search: (before) => ({ ...before, create }), resetScroll: false });
  return { kind: search.create, open: go, close: () => go(undefined) };
}
