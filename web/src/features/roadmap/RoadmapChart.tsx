import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Product } from "@/features/core/products";
import { useDone } from "@/features/core/useDone";
import { useLocale } from "@/features/core/useLocale";
import { usePalette } from "@/features/core/usePalette";
import { readZoom, writeZoom } from "@/features/core/zoom";
import { RoadmapTimeline } from "@/timeline/RoadmapTimeline";
import type { Span } from "@/timeline/types";
import { usePeek } from "@/ui/shell/usePeek";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { chartLanes, laneItems, precisionOf, windowAt } from "./laneItems";
import classes from "./RoadmapPage.module.css";
import { type Initiative, type Roadmap, roadmapQuery } from "./roadmap";
import { UnplacedBar } from "./UnplacedBar";
import { useChances } from "./useChances";
import { useInitiativeSave } from "./useInitiativeSave";

interface Props {
  product: Product;
  roadmap: Roadmap;
  zoom: string | undefined;
  onZoom: (zoom: string) => void;
  onTable: () => void;
  mayEdit: boolean;
}

export function RoadmapChart({ product, roadmap, zoom, onZoom, onTable, mayEdit }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const palette = usePalette();
  const locale = useLocale();
  const cache = useQueryClient();
  const peek = usePeek();
  const done = useDone();
  const chances = useChances(product.id);
  const save = useInitiativeSave(product.id);
  const items = useMemo(
    () => laneItems(roadmap.initiatives, chances),
    [roadmap.initiatives, chances],
  );
  const lanes = useMemo(() => chartLanes(roadmap.lanes), [roadmap.lanes]);
  const find = (id: string) => roadmap.initiatives.find((initiative) => initiative.id === id);
  const open = (id: string) => peek.open({ kind: "initiative", id });

  const place = (id: string, span: Span, laneId?: string | null) => {
    const seen = find(id);
    if (!seen?.window) return undefined;
    const window = windowAt(span, seen.window.precision);
    const fields: Partial<Initiative> = { window };
    if (laneId !== undefined && laneId !== seen.lane_id) fields.lane_id = laneId;
    const said = t("roadmap.moved", {
      name: seen.key,
      start: figures.date(window.start),
      finish: figures.date(window.finish),
    });
    return save.mutateAsync({ seen, fields, said });
  };
  const add = async (laneId: string | null, span: Span) => {
    try {
      const made = await http.post<Initiative>("/initiatives", {
        product_id: product.id,
        title: t("initiative.untitled"),
        status: "planned",
        lane_id: laneId,
        window: windowAt(span, precisionOf(span)),
      });
      await cache.invalidateQueries(roadmapQuery(product.id));
      void done(t("create.done", { name: made.key }));
      open(made.id);
    } catch (fault) {
      if (fault instanceof Error) toast.failed(fault.message);
    }
  };
  return (
    <>
      <div className={classes.chart}>
        <RoadmapTimeline
          lanes={lanes}
          items={items}
          label={product.title}
          palette={palette}
          locale={locale}
          zoom={readZoom(zoom)}
          onZoom={(perDay) => onZoom(writeZoom(perDay))}
          selectedId={peek.target?.kind === "initiative" ? peek.target.id : undefined}
          onSelect={(id) => id && open(id)}
          onOpen={open}
          onMove={(id, { laneId, ...span }) => place(id, span, laneId)}
          onResize={(id, span) => place(id, span)}
          view="chart"
          onView={(next) => next === "table" && onTable()}
          onAdd={mayEdit ? (laneId, span) => void add(laneId, span) : undefined}
          readOnly={!mayEdit}
        />
      </div>
      <UnplacedBar initiatives={roadmap.initiatives} />
    </>
  );
}
