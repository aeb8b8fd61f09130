import { Button, Checkbox } from "@mantine/core";
import { type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShortcuts } from "@/ui/keyboard/useShortcuts";
import { useKindWord } from "@/ui/kinds";
import { type Place, walked } from "@/ui/list/gridKeys";
import { extended, NONE, toggled } from "@/ui/list/selection";
import type { Field, ListItem } from "@/ui/list/types";
import { usePeek } from "@/ui/shell/usePeek";
import { GroupLine } from "./GroupLine";
import { HeadLine } from "./HeadLine";
import { type Hands, ListRow } from "./ListRow";
import classes from "./ObjectList.module.css";
import { RowElsewhere } from "./RowElsewhere";
import type { RowsProps } from "./rowsProps";
import { useFieldWords } from "./useFieldWords";
import type { Line } from "./useRows";
import { useShownRow } from "./useShownRow";
import { emptied } from "./values";

const LINE_HEIGHT = 35;
const STRIDE = 8;
const NEAR_THE_END = 20;

/** The rows as a grid: arrows walk the cells, typing edits one, X chooses, Enter edits or opens. */
export function ListTable({ list, rows, edits, cells, selection, onSelect }: RowsProps) {
  const { t } = useTranslation();
  const kindWord = useKindWord();
  const peek = usePeek();
  const frame = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Place>({ line: 0, column: 0 });
  const [editing, setEditing] = useState<{ place: Place; typed?: string }>();
  const { lines } = rows;
  const words = useFieldWords();
  const columns = useColumns(list);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => LINE_HEIGHT,
    rangeExtractor: drawnOf,
    initialRect: { width: 0, height: 800 },
  });
  const drawn = virtual.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? 0;
  const { readOn } = rows;
  useEffect(() => {
    if (lastDrawn > lines.length - NEAR_THE_END) readOn();
  }, [lastDrawn, lines.length, readOn]);
  const order = rows.items.map(({ id }) => id);
  const select = (item: ListItem, extend: boolean) =>
    onSelect(extend ? extended(selection, item.id, order) : toggled(selection, item.id));
  const focus = (place: Place) => {
    setActive(place);
    virtual.scrollToIndex(place.line);
    // The cell may only be drawn once it is scrolled to.
    requestAnimationFrame(() =>
      frame.current
        ?.querySelector<HTMLElement>(`[data-line="${place.line}"] [data-column="${place.column}"]`)
        ?.focus(),
    );
  };
  const finish = (item: ListItem, field: Field, value: unknown, stays: boolean) => {
    const place = editing?.place ?? active;
    setEditing(undefined);
    if (value !== undefined) void edits.write(item, field, value);
    focus(stays ? place : { ...place, line: Math.min(lines.length - 1, place.line + 1) });
  };
  const shown = useShownRow(rows, (line) => focus({ line, column: 0 }));
  const hands = useHands({
    tick: select,
    focus: setActive,
    edit: (place) => setEditing({ place }),
    done: finish,
  });
  const act = (line: Line | undefined, event: KeyboardEvent) => {
    const field = columns[active.column];
    if (line?.type === "group" && ["Enter", " ", "ArrowLeft", "ArrowRight"].includes(event.key)) {
      rows.toggle(line.group);
      return true;
    }
    if (line?.type !== "row" || !field) return false;
    const canWrite = field.writes !== null && line.item.can.edit === true;
    if (event.key === "x") select(line.item, event.shiftKey);
    else if (event.key === "X") select(line.item, true);
    else if (event.key === "Enter" && canWrite && field.name !== "title")
      setEditing({ place: active });
    else if (event.key === "F2" && canWrite) setEditing({ place: active });
    else if (event.key === "Enter") {
      const { kind, id } = line.item.part_of ?? line.item;
      peek.open({ kind: kind as "idea", id });
    } else if (event.key === "Delete" && canWrite && field.name !== "title")
      void edits.write(line.item, field, emptied(field));
    else if (canWrite && isTyped(event) && !["j", "k", "c", "g", "/", "?"].includes(event.key))
      setEditing({ place: active, typed: event.key });
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches("[data-column]")) return;
    const line = lines[active.line];
    const page = Math.floor((frame.current?.clientHeight ?? 400) / LINE_HEIGHT);
    const size = { lines: lines.length, columns: columns.length, page };
    if (act(line, event)) {
      event.preventDefault();
      return;
    }
    const keys: Record<string, string> = { j: "ArrowDown", k: "ArrowUp" };
    const to = walked(keys[event.key] ?? event.key, active, size);
    if (!to) return;
    event.preventDefault();
    if (event.shiftKey && to.line !== active.line) {
      const [from, next] = [lines[active.line], lines[to.line]];
      if (from?.type === "row" && next?.type === "row") {
        const start = selection.ids.has(from.item.id)
          ? selection
          : toggled(selection, from.item.id);
        onSelect(extended({ ...start, anchor: from.item.id }, next.item.id, order));
      }
    }
    focus(to);
  };
  useShortcuts(
    ["j", "k"].map((keys) => ({
      keys,
      run: () => focus(active),
    })),
  );
  const above = drawn[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  const everything = order.length > 0 && order.every((id) => selection.ids.has(id));
  return (
    <div ref={frame} className={classes.frame}>
      {shown.missing && <RowElsewhere row={shown.missing} />}
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells are walked
        role="grid"
        className={classes.table}
        aria-label={kindWord(list.kind)}
        aria-rowcount={lines.length + 1}
        aria-multiselectable
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th className={classes.tick} scope="col">
              <Checkbox
                size="xs"
                aria-label={t("list.chooseShown")}
                checked={everything}
                indeterminate={!everything && selection.ids.size > 0}
                onChange={() => onSelect(everything ? NONE : { ids: new Set(order) })}
              />
            </th>
            <HeadLine list={list} columns={columns} />
          </tr>
        </thead>
        <tbody>
          <Spacer height={above} width={columns.length + 1} />
          {drawn.map(({ index }) => {
            const line = lines[index];
            if (!line) return null;
            if (line.type === "group") {
              return (
                <GroupLine
                  key={line.id}
                  line={line}
                  list={list}
                  index={index}
                  width={columns.length}
                  isActive={index === active.line}
                  onFocus={() => setActive({ line: index, column: 0 })}
                  onToggle={() => rows.toggle(line.group)}
                />
              );
            }
            if (line.type === "more") {
              return (
                <tr key={line.id} data-line={index}>
                  <td />
                  <td colSpan={columns.length} data-column={0} tabIndex={-1}>
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      onClick={() =>
                        list.set({ group: "", where: [...list.state.where, line.group.where] })
                      }
                    >
                      {t("list.moreInGroup", { count: line.left })}
                    </Button>
                  </td>
                </tr>
              );
            }
            return (
              <ListRow
                key={line.id}
                item={line.item}
                index={index}
                columns={columns}
                cells={cells}
                words={words}
                hands={hands}
                waiting={edits.waiting(line.item)}
                activeColumn={index === active.line ? active.column : undefined}
                editing={editing?.place.line === index ? { ...editing, list } : undefined}
                isChosen={
                  selection.ids.has(line.item.id) ||
                  peek.target?.id === line.item.id ||
                  shown.id === line.id
                }
                isTicked={selection.ids.has(line.item.id)}
              />
            );
          })}
          <Spacer height={below} width={columns.length + 1} />
        </tbody>
      </table>
    </div>
  );
}

/** The fields that are shown: the same array until others are. */
function useColumns({ state, byName }: RowsProps["list"]): Field[] {
  const names = state.columns.join(" ");
  return useMemo(() => names.split(" ").flatMap((name) => byName.get(name) ?? []), [names, byName]);
}

/** Hands that stay the same, so that rows need not be drawn anew, and do what the latest would. */
function useHands(now: Hands): Hands {
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });
  return useMemo(
    () => ({
      tick: (...said) => latest.current.tick(...said),
      focus: (...said) => latest.current.focus(...said),
      edit: (...said) => latest.current.edit(...said),
      done: (...said) => latest.current.done(...said),
    }),
    [],
  );
}

/** The lines to draw, by whole strides: the table is laid out anew once in a stride, not with each line. */
function drawnOf({ startIndex, endIndex, count }: Range): number[] {
  const first = Math.max(0, Math.floor(startIndex / STRIDE) - 1) * STRIDE;
  const end = Math.min(count, (Math.floor(endIndex / STRIDE) + 2) * STRIDE);
  return Array.from({ length: end - first }, (_, at) => first + at);
}

function isTyped(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
}

/** Holds the place of the lines that are not drawn. */
function Spacer({ height, width }: { height: number; width: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={width} style={{ height, padding: 0 }} />
    </tr>
  );
}
