import { useMemo } from "react";
import type { List } from "@/features/core/list/useList";
import type { Product } from "@/features/core/products";
import { FieldBoard } from "./FieldBoard";
import { GoalsTable } from "./GoalsTable";
import { HorizonBoard } from "./HorizonBoard";
import { Legend } from "./Legend";
import { RoadmapChart } from "./RoadmapChart";
import type { Initiative, Roadmap } from "./roadmap";
import { useWorld } from "./useWorld";
import { type OnView, type RoadmapView, toggled } from "./view";

interface Props {
  product: Product;
  roadmap: Roadmap;
  list: List;
  view: RoadmapView;
  onView: OnView;
  picked: readonly Initiative[];
  mayEdit: boolean;
}

/** One set of initiatives, seen in the way that the address says; the list draws itself. */
export function RoadmapViews({ product, roadmap, list, view, onView, picked, mayEdit }: Props) {
  const world = useWorld(roadmap, list, [view.colour, view.columns, view.rows]);
  const pickedIds = useMemo(() => new Set(picked.map(({ id }) => id)), [picked]);
  const onPick = (key: string) => onView({ picked: toggled(view.picked, key) });
  const columns = view.columns ?? "status";
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
        <>
          <HorizonBoard
            productId={product.id}
            roadmap={roadmap}
            world={world}
            colour={view.colour}
            pickedIds={pickedIds}
            onPick={onPick}
          />
          <Legend field={view.colour ?? "lane"} world={world} />
        </>
      );
    case "goals":
      return (
        <GoalsTable
          productId={product.id}
          initiatives={roadmap.initiatives}
          chances={world.chances}
        />
      );
    case "board":
      return (
        <>
          <FieldBoard
            productId={product.id}
            roadmap={roadmap}
            world={world}
            columns={columns}
            rows={view.rows === columns ? undefined : view.rows}
            colour={view.colour ?? "lane"}
            pickedIds={pickedIds}
            onPick={onPick}
          />
          <Legend field={view.colour ?? "lane"} world={world} />
        </>
      );
    case "table":
      return null;
  }
}
