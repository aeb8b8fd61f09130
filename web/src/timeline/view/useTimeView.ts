import { useEffect, useMemo, useRef } from "react";
import { centred, perDayOf, type Scale, scaleToFit, xOf, zoomTo } from "../geometry/scale";
import type { Minute, Span, Zoom } from "../types";
import { createViewStore, type ViewStore } from "./viewStore";

interface Wish {
  /** All that is planned; null while nothing is. */
  span: Span | null;
  today: Minute | null;
  zoom: Zoom;
  onZoom?: (pixelsPerDay: number) => void;
}

export interface TimeView {
  store: ViewStore;
  zoomBy: (factor: number) => void;
  zoomLevel: (zoom: Zoom) => void;
  fitAll: () => void;
  goTo: (minute: Minute) => void;
}

const SETTLE_MS = 250;

/** The view's store, kept in step with the zoom in the props, and told back when it settles. */
export function useTimeView(wish: Wish): TimeView {
  const latest = useRef(wish);
  latest.current = wish;
  const told = useRef(perDayOf(wish.zoom));
  const store = useMemo(
    () => createViewStore({ scale: firstScale(latest.current), width: 0, height: 0, scrollTop: 0 }),
    [],
  );
  usePlaceAtFirst(store, latest);
  useTellZoom(store, latest, told);
  const asked = perDayOf(wish.zoom);
  useEffect(() => {
    if (Math.abs(asked / told.current - 1) < 0.001) return;
    told.current = asked;
    const { scale, width } = store.get();
    store.set({ scale: zoomTo(scale, asked, width / 2) });
  }, [asked, store]);
  return useMemo(() => deedsOf(store, latest), [store]);
}

/** The beginning of the plan at the left, or today when it lies well inside. */
function firstScale({ span, today, zoom }: Wish, width = 900): Scale {
  const scale = { origin: 0, perDay: perDayOf(zoom) };
  const start = span?.start ?? today ?? 0;
  const fromStart = centred(scale, start, 40, 1);
  if (today === null || !span || today > span.finish) return fromStart;
  return xOf(fromStart, today) < width * 0.6 ? fromStart : centred(scale, today, width, 0.35);
}

function usePlaceAtFirst(store: ViewStore, latest: { current: Wish }) {
  const placed = useRef(false);
  const planned = latest.current.span !== null;
  useEffect(() => {
    const place = () => {
      const { width } = store.get();
      if (placed.current || width === 0 || !planned) return;
      placed.current = true;
      const { perDay } = store.get().scale;
      store.set({ scale: firstScale({ ...latest.current, zoom: perDay }, width) });
    };
    place();
    return store.subscribe(place);
  }, [store, latest, planned]);
}

function useTellZoom(store: ViewStore, latest: { current: Wish }, told: { current: number }) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = store.subscribe(() => {
      const { perDay } = store.get().scale;
      if (Math.abs(perDay / told.current - 1) < 0.001) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        told.current = perDay;
        latest.current.onZoom?.(Number(perDay.toPrecision(4)));
      }, SETTLE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, latest, told]);
}

function deedsOf(store: ViewStore, latest: { current: Wish }): TimeView {
  const zoomLevel = (zoom: Zoom) => {
    const { scale, width } = store.get();
    const { today } = latest.current;
    const x = today === null ? width / 2 : xOf(scale, today);
    const held = x > 0 && x < width ? x : width / 2;
    store.set({ scale: zoomTo(scale, perDayOf(zoom), held) });
  };
  return {
    store,
    zoomLevel,
    zoomBy: (factor) => zoomLevel(store.get().scale.perDay * factor),
    fitAll: () => {
      const { span } = latest.current;
      const { width } = store.get();
      if (span) store.set({ scale: scaleToFit(span, width) });
    },
    goTo: (minute) => {
      const { scale, width } = store.get();
      store.set({ scale: centred(scale, minute, width, 0.4) });
    },
  };
}
