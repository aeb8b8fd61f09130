import { useEffect, useMemo, useState } from "react";
import type { RoadmapProps } from "../roadmapProps";
import type { LaneItem } from "../types";
import { useView } from "../view/useView";
import type { ViewStore } from "../view/viewStore";
import type { TimelineWords } from "../words";
import { NARROW } from "./measures";
import { measuresIn } from "./measuring";
import { type Place, sceneOf, withPending } from "./scene";

const NONE: ReadonlyMap<string, Place> = new Map();

/** Who stands where, with what has been let go of but not yet confirmed already in its place. */
export function useRoadmapScene(
  props: RoadmapProps,
  store: ViewStore,
  fullWidth: number,
  words: TimelineWords,
  locale: string,
) {
  const { lanes, items, palette } = props;
  const perDay = useView(store, (view) => view.scale.perDay);
  const narrow = fullWidth < NARROW;
  const faces = useFontsReady();
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again when the web font is in.
  const measures = useMemo(() => measuresIn(palette.fontFamily), [palette.fontFamily, faces]);
  const { pending, place } = usePending(items);
  const scene = useMemo(
    () =>
      sceneOf({
        lanes,
        items: withPending(items, pending),
        perDay,
        narrow,
        measures,
        words,
        locale,
      }),
    [lanes, items, pending, perDay, narrow, measures, words, locale],
  );
  return { scene, measures, narrow, perDay, place };
}

function useFontsReady(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    document.fonts?.ready.then(() => setReady(true));
  }, []);
  return ready;
}

function usePending(items: readonly LaneItem[]) {
  const [state, setState] = useState({ items, pending: NONE });
  const pending = state.items === items ? state.pending : NONE;

  /** Shows the item there until `items` change or the answer fails. */
  const place = (id: string, where: Place, answer: unknown) => {
    setState({ items, pending: new Map(pending).set(id, where) });
    Promise.resolve(answer).catch(() => {
      setState((now) => {
        const rest = new Map(now.pending);
        rest.delete(id);
        return { ...now, pending: rest };
      });
    });
  };
  return { pending, place };
}
