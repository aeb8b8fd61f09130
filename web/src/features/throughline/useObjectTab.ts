import { useNavigate, useSearch } from "@tanstack/react-router";

/** Where an object is shown: on its own page or in the panel beside another. */
export type Place = "page" | "peek";

/** The open tab of an object, kept in the address; a page and the peek beside it each have their own. */
export function useObjectTab(place: Place) {
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  return {
    tab: place === "page" ? search.tab : search.peekTab,
    setTab: (next: string) =>
      void navigate({
        to: ".",
        search: (before) => ({ ...before, [place === "page" ? "tab" : "peekTab"]: next }),
        replace: true,
        resetScroll: false,
      }),
  };
}
