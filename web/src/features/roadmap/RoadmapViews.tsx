import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Product } from "@/features/core/products";
import { type Theme, themesQuery } from "@/features/core/themes";
import { FieldBoard } from "./FieldBoard";
import { GoalsTable } from "./GoalsTable";
import type { World } from "./grouping";
import { HorizonBoard } from "./HorizonBoard";
import { RoadmapChart } from "./RoadmapChart";
import { RoadmapTable } from "./RoadmapTable";
import type { Initiative, Roadmap } from "./roadmap";
import { useChances } from "./useChances";
import { type OnView, type RoadmapView, toggled } from "./view";

const NO_THEMES: readonly Theme[] = [];

interface Props {
  product: Product;
  roadmap: Roadmap;
  view: RoadmapView;
  onView: OnView;
  picked: readonly Initiative[];
  mayEdit: boolean;
}

/** One set of initiatives, seen in the way that the address says. */
export function RoadmapViews({ product, roadmap, view, onView, picked, mayEdit }: Props) {
  const chances = useChances(product.id);
  const { data: themes = NO_THEMES } = useQuery(themesQuery(product.id));
  const world: World = useMemo(
    () => ({ lanes: roadmap.lanes, themes, initiatives: roadmap.initiatives, chances }),
    [roadmap, themes, chances],
  );
  const pickedIds = useMemo(() => new Set(picked.map(({ id }) => id)), [picked]);
  const onPick = (key: string) => onView({ picked: toggled(view.picked, key) });
  switch (view.view) {
    case "timeline":
      return (
        <RoadmapChart
          product={product}
          roadmap={roadmap}
          world={world}
          view={view}
          onView={onView}
          picked={picked}
          mayEdit={mayEdit}
        />
      );
    case "horizon":
      return (
        <HorizonBoard
          productId={product.id}
          roadmap={roadmap}
          world={world}
          colour={view.colour}
          pickedIds={pickedIds}
          onPick={onPick}
        />
      );
    case "goals":
      return (
        <GoalsTable productId={product.id} initiatives={roadmap.initiatives} chances={chances} />
      );
    case "board":
      return (
        <FieldBoard
          productId={product.id}
          roadmap={roadmap}
          world={world}
          columns={view.columns ?? "status"}
          rows={view.rows === (view.columns ?? "status") ? undefined : view.rows}
          colour={view.colour ?? "lane"}
          pickedIds={pickedIds}
          onPick={onPick}
        />
      );
    case "table":
      return (
        <RoadmapTable
          productId={product.id}
          roadmap={roadmap}
          sort={view.sort}
          onSort={(sort) => onView({ sort })}
          pickedIds={pickedIds}
          onPick={onPick}
        />
      );
  }
}
