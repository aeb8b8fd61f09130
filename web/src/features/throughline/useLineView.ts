import { useNavigate, useSearch } from "@tanstack/react-router";
import type { LineView } from "@/ui/shell/search";

/** Picture or outline of a throughline, kept in the address. */
export function useLineView(usual: LineView) {
  const navigate = useNavigate();
  const { line } = useSearch({ strict: false });
  return {
    view: line ?? usual,
    setView: (next: LineView) =>
      void navigate({
        to: ".",
        search: (before) => ({ ...before, line: next === usual ? undefined : next }),
        replace: true,
        resetScroll: false,
      }),
  };
}
