import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Product } from "@/features/core/products";
import { useDone } from "@/features/core/useDone";
import { useLocale } from "@/features/core/useLocale";
import { usePalette } from "@/features/core/usePalette";
import { readZoom, writeZoom } from "@/features/core/zoom";
import { minuteOf } from "@/timeline/geometry/time";
import { RoadmapTimeline } from "@/timeline/RoadmapTimeline";
import type { Span } from "@/timeline/types";
import { usePeek } from "@/ui/shell/usePeek";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { ghostsOf, goneItems } from "./ghosts";
import { coloursBy, type World } from "./grouping";
import { Legend } from "./Legend";
import {
  chartLanes,
  laneItems,
  milestoneItems,
  precisionOf,
  promisesOf,
  windowAt,
  windowMoved,
} from "./laneItems";
import { CARRIED, ParkedTray } from "./ParkedTray";
import classes from "./RoadmapPage.module.css";
import { type Fields, type Initiative, pastQuery, type Roadmap, roadmapQuery } from "./roadmap";
import { useGraphDeeds } from "./useGraphDeeds";
import { useInitiativeSave } from "./useInitiativeSave";
import { useManySave } from "./useManySave";
import type { Field, OnView, RoadmapView } from "./view";
import { toggled } from "./view";

interface Props {
  product: Product;
  /** With only those initiatives that the filter lets through. */
  roadmap: Roadmap;
  world: World;
  view: RoadmapView;
  onView: OnView;
  picked: readonly Initiative[];
  mayEdit: boolean;
}

/** The roadmap over time: drag, stretch, link, pick several, drop from the tray, compare with another day. */
export function RoadmapChart(props: Props) {
  const { product, roadmap, world, view, onView, picked, mayEdit } = props;
  const { t } = useTranslation();
  const figures = useFigures();
  const palette = usePalette();
  const locale = useLocale();
  const peek = usePeek();
  const colour: Field = view.colour ?? "lane";
  const byTheme = view.rows === "theme";
  const rows = byTheme ? world.themes : roadmap.lanes;
  const lanes = useMemo(() => chartLanes(rows), [rows]);
  const items = useItems(props, colour);
  const deeds = useChartDeeds(props);
  const links = useMemo(
    () =>
      roadmap.dependencies.map(({ id, before_id, after_id }) => ({
        id,
        before: before_id,
        after: after_id,
      })),
    [roadmap.dependencies],
  );
  const pickedIds = useMemo(() => new Set(picked.map(({ id }) => id)), [picked]);
  const find = (id: string) => roadmap.initiatives.find((initiative) => initiative.id === id);
  const open = (id: string) => peek.open({ kind: find(id) ? "initiative" : "milestone", id });
  const graph = useGraphDeeds(product.id);
  return (
    <>
      <div className={classes.chart}>
        <RoadmapTimeline
          lanes={lanes}
          items={items}
          links={links}
          label={product.title}
          palette={palette}
          locale={locale}
          zoom={readZoom(view.zoom)}
          onZoom={(perDay) => onView({ zoom: writeZoom(perDay) })}
          selectedId={peek.target?.id}
          pickedIds={pickedIds}
          onPick={(id) => {
            const seen = find(id);
            if (seen) onView({ picked: toggled(view.picked, seen.key) });
          }}
          onSelect={(id) => id && open(id)}
          onOpen={open}
          onMove={(id, { laneId, ...span }) => deeds.move(id, span, laneId)}
          onResize={(id, span) => deeds.move(id, span)}
          onLink={mayEdit ? (before, after) => graph.join.mutate({ before, after }) : undefined}
          onPlace={(data, laneId, span) => deeds.place(data, laneId, span)}
          carries={CARRIED}
          view="chart"
          onView={(next) => next === "table" && onView({ view: "table" })}
          onAdd={mayEdit ? (laneId, span) => void deeds.add(laneId, span) : undefined}
          readOnly={!mayEdit}
        />
      </div>
      {view.since && (
        <p className={classes.comparing}>
          {t("history.comparing", {
            moment: /^\d+$/.test(view.since) ? t("history.thatMoment") : figures.date(view.since),
          })}
        </p>
      )}
      {colour !== "lane" && <Legend field={colour} world={world} />}
      <ParkedTray
        initiatives={roadmap.initiatives}
        onUnpark={(seen) => deeds.edit(seen, { parked: false })}
      />
    </>
  );
}

function useItems({ product, roadmap, world, view }: Props, colour: Field) {
  const { t } = useTranslation();
  const figures = useFigures();
  const since = view.since ?? "";
  const byTheme = view.rows === "theme";
  const { data: past } = useQuery({ ...pastQuery(product.id, since), enabled: since !== "" });
  return useMemo(() => {
    const then = since === "" ? undefined : past;
    const items = laneItems(roadmap.initiatives, world.chances, {
      byTheme,
      colours: colour === "lane" ? undefined : coloursBy(colour, world),
      rollups: new Map(roadmap.rollups.map((rollup) => [rollup.initiative_id, rollup])),
      promises: promisesOf(roadmap),
      promiseName: ({ promised_to, due }) =>
        t("promise.toBy", { name: promised_to, date: figures.date(due) }),
      ghosts: then && ghostsOf(roadmap, then),
    });
    const gone = then ? goneItems(roadmap, then, t("history.gone")) : [];
    const milestones = milestoneItems(roadmap.milestones);
    // A milestone lies in a lane, and in no theme.
    return [
      ...items,
      ...gone,
      ...(byTheme ? milestones.map((each) => ({ ...each, laneId: null })) : milestones),
    ];
  }, [roadmap, world, colour, byTheme, past, since, t, figures]);
}

function useChartDeeds({ product, roadmap, view, picked }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const cache = useQueryClient();
  const peek = usePeek();
  const done = useDone();
  const save = useInitiativeSave(product.id);
  const many = useManySave(product.id);
  const graph = useGraphDeeds(product.id);
  const edit = (seen: Initiative, fields: Fields) => {
    const { window } = fields;
    const said = window
      ? t("roadmap.moved", {
          name: seen.key,
          start: figures.date(window.start),
          finish: figures.date(window.finish),
        })
      : undefined;
    return save.mutateAsync({ seen, fields, said });
  };
  /** Dragged as one of several, all of them move by as much. */
  const moveAll = (minutes: number) =>
    many.mutateAsync({
      edits: picked.flatMap((seen) =>
        seen.window ? [{ seen, fields: { window: windowMoved(seen.window, minutes) } }] : [],
      ),
      said: t("roadmap.bulk.done", { count: picked.length }),
    });
  /** The field that the rows of the chart stand for. */
  const row = view.rows === "theme" ? "theme_id" : "lane_id";
  const move = (id: string, span: Span, laneId?: string | null) => {
    const milestone = roadmap.milestones.find((each) => each.id === id);
    if (milestone) {
      const lane = row === "lane_id" ? laneId : undefined;
      return graph.moveMilestone.mutateAsync({ milestone, span, laneId: lane });
    }
    const seen = roadmap.initiatives.find((each) => each.id === id);
    if (!seen?.window) return undefined;
    const minutes = span.start - minuteOf(seen.window.start);
    if (picked.length > 1 && picked.includes(seen) && minutes !== 0) return moveAll(minutes);
    const fields: Fields = { window: windowAt(span, seen.window.precision) };
    if (laneId !== undefined && laneId !== seen[row]) fields[row] = laneId;
    return edit(seen, fields);
  };
  const place = (id: string, laneId: string | null, span: Span) => {
    const seen = roadmap.initiatives.find((each) => each.id === id);
    const window = seen?.window ?? windowAt(span, precisionOf(span));
    if (seen) void edit(seen, { [row]: laneId, window, parked: false });
  };
  const add = async (laneId: string | null, span: Span) => {
    try {
      const made = await http.post<Initiative>("/initiatives", {
        product_id: product.id,
        title: t("initiative.untitled"),
        status: "planned",
        [row]: laneId,
        window: windowAt(span, precisionOf(span)),
      });
      await cache.invalidateQueries(roadmapQuery(product.id));
      void done(t("create.done", { name: made.key }));
      peek.open({ kind: "initiative", id: made.id });
    } catch (fault) {
      if (fault instanceof Error) toast.failed(fault.message);
    }
  };
  return { edit, move, place, add };
}
