import { useNavigate } from "@tanstack/react-router";
import { type List, useList } from "@/features/core/list/useList";
import { tidy } from "@/ui/list/state";
import { oneOf } from "../view";
import { BY, type By, COLOURS, type Colour } from "./portfolio";

export interface PortfolioView {
  zoom?: string;
  by?: By;
  colour?: Colour;
}

const LAYOUT = "portfolio";
const NO_COLUMNS: readonly string[] = [];

/** What the portfolio shows, and how: what the address says, else what the saved view does. */
export function usePortfolioList(said: PortfolioView) {
  const list = useList("initiative", undefined, NO_COLUMNS);
  const navigate = useNavigate();
  const kept = list.view?.config.settings ?? {};
  const by = said.by ?? oneOf(BY, kept.by) ?? "product";
  const colour = said.colour ?? oneOf(COLOURS, kept.colour) ?? "lane";
  const differs = list.view
    ? by !== (kept.by ?? "product") || colour !== (kept.colour ?? "lane")
    : by !== "product" || colour !== "lane";
  const adapted: List = {
    ...list,
    views: list.views.filter(({ config }) => config.layout === LAYOUT),
    layout: LAYOUT,
    settings: { by, colour },
    isChanged: list.isChanged || differs,
    set: (next) =>
      // Opened, a saved view is shown as it was saved.
      "view" in next
        ? void navigate({
            to: ".",
            search: (before) => ({
              ...before,
              by: undefined,
              colour: undefined,
              list: tidy({ ...before.list, ...next }),
            }),
            replace: true,
          })
        : list.set(next),
  };
  return { list: adapted, by, colour };
}
