import { useCallback, useMemo, useRef } from "react";
import type { GanttProps } from "../ganttProps";
import { driversOf, drivingPath } from "../geometry/driving";
import { placeLinks } from "../geometry/linkIndex";
import { foldable, outlineOf } from "../geometry/outline";
import type { CellContext } from "../grid/cells";
import { STANDARD_WORKDAY } from "../grid/durations";
import { linksByFollower, rowNames } from "../grid/predecessors";
import type { ColumnId, GanttLayers, Span, TimelineRow } from "../types";
import { useMirror } from "../view/useMirror";
import { englishWords } from "../words";

const NONE: ReadonlySet<string> = new Set();
const NO_LINKS: readonly never[] = [];
const ALL_LAYERS: GanttLayers = {
  links: true,
  critical: true,
  slack: true,
  baseline: false,
  forecast: true,
  labels: true,
};

/** The props, worked out: what both the outline and the drawing stand on. */
export function useGanttModel(props: GanttProps) {
  const { rows, links, onSelect, onCollapse, moved, layers } = props;
  const [selectedId, setSelected] = useMirror<string | null>(props.selectedId, null);
  const [collapsed, setCollapsed] = useMirror(props.collapsed, NONE);
  const words = useMemo(() => ({ ...englishWords, ...props.words }), [props.words]);
  const locale = props.locale ?? "";
  const types = props.types ?? NO_LINKS;
  const addedColumns = props.addedColumns ?? NO_LINKS;
  const workday = props.workday ?? STANDARD_WORKDAY;
  const outline = useMemo(() => outlineOf(rows, collapsed), [rows, collapsed]);
  const placed = useMemo(() => placeLinks(links, outline.placeOf), [links, outline]);
  const span = useMemo(() => spanOf(rows), [rows]);
  const drivers = useMemo(() => driversOf(links), [links]);
  const path = useMemo(() => drivingPath(drivers, selectedId), [drivers, selectedId]);
  const movedById = useMemo(() => new Map((moved ?? []).map((one) => [one.id, one])), [moved]);
  const context: CellContext = useMemo(() => {
    const byFollower = linksByFollower(links);
    const linksOf = (id: string) => byFollower.get(id) ?? NO_LINKS;
    const added = new Map(addedColumns.map((one) => [one.id as ColumnId, one]));
    return { words, locale, workday, names: rowNames(rows), linksOf, types, added };
  }, [words, locale, workday, rows, links, types, addedColumns]);
  const own = useRef<string | null>(null);
  const select = useCallback(
    (id: string | null) => {
      own.current = id;
      setSelected(id);
      onSelect?.(id);
    },
    [setSelected, onSelect],
  );
  const collapse = (next: ReadonlySet<string>) => {
    setCollapsed(next);
    onCollapse?.(next);
  };
  const fold = (id: string, folded: boolean) => {
    const next = new Set(collapsed);
    if (folded && foldable(rows).has(id)) next.add(id);
    else next.delete(id);
    collapse(next);
  };
  const unfoldTo = (id: string) => {
    const next = new Set(collapsed);
    for (let row = outline.byId.get(id); row?.parentId; row = outline.byId.get(row.parentId)) {
      next.delete(row.parentId);
    }
    collapse(next);
  };
  return {
    outline,
    placed,
    path,
    span,
    moved: movedById,
    context,
    words,
    locale,
    layers: { ...ALL_LAYERS, ...layers },
    selectedId,
    select,
    /** What was chosen here, not from outside. */
    own,
    fold,
    unfoldTo,
    foldAll: (folded: boolean) => collapse(folded ? foldable(rows) : NONE),
  };
}

export type GanttModel = ReturnType<typeof useGanttModel>;

function spanOf(rows: readonly TimelineRow[]): Span | null {
  let span: Span | null = null;
  for (const { start, finish } of rows) {
    if (start === null || finish === null) continue;
    if (!span) span = { start, finish };
    span.start = Math.min(span.start, start);
    span.finish = Math.max(span.finish, finish);
  }
  return span;
}
