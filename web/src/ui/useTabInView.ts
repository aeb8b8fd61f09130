import { useCallback } from "react";

/** For a row of tabs or places that is walked sideways where it does not fit: the chosen one is in the middle of what is seen. */
export function useTabInView(chosen: string | null | undefined) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: called again when another tab is chosen
  return useCallback(
    (row: HTMLDivElement | null) => {
      const tab = row?.querySelector('[aria-selected="true"], [aria-current="page"]');
      if (!row || !tab) return;
      const seen = row.getBoundingClientRect();
      const { left, width } = tab.getBoundingClientRect();
      row.scrollLeft += left - seen.left - (seen.width - width) / 2;
    },
    [chosen],
  );
}
