import { Checkbox, Group } from "@mantine/core";
import { type KeyboardEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { indented } from "@/timeline/geometry/indented";
import { useDrawnRows } from "@/timeline/table/useDrawnRows";
import { type Cell, stepFrom } from "@/ui/keyboard/grid";
import { PeekLink } from "@/ui/PeekLink";
import { Gap } from "../load/Gap";
import type { Edit, Plan } from "../plan";
import classes from "./AssignmentGrid.module.css";
import { UnitsCell } from "./UnitsCell";

const ROWS = { allOf: 80, height: 32, beyond: 15 };

interface Props {
  items: Plan["items"];
  columns: readonly { id: string; title: string }[];
  assignments: Plan["assignments"];
  canEdit: boolean;
  chosen: ReadonlySet<string>;
  onChoose: (item: string) => void;
  onEdit: (edit: Edit) => void;
}

/** Items against people. One cell is in the order of Tab; the arrows, Enter, Home and End lead to the others. */
export function GridTable({
  items,
  columns,
  assignments,
  canEdit,
  chosen,
  onChoose,
  onEdit,
}: Props) {
  const { t } = useTranslation();
  const frame = useRef<HTMLElement>(null);
  const drawn = useDrawnRows(items.length, frame, ROWS);
  const tasks = items.flatMap(({ type }, row) => (type === "summary" ? [] : [row]));
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const place = tasks.includes(at.row) ? at : { row: tasks[0] ?? 0, column: 0 };
  const units = new Map(assignments.map((one) => [`${one.item_id} ${one.resource_id}`, one]));
  const cellAt = ({ row, column }: Cell) =>
    frame.current?.querySelector<HTMLElement>(`[data-place="${row}:${column}"]`);
  const step = (event: KeyboardEvent) => {
    const key = event.key === "Enter" ? (event.shiftKey ? "ArrowUp" : "ArrowDown") : event.key;
    const here = { row: tasks.indexOf(place.row), column: place.column };
    const there = stepFrom(here, key, tasks.length, columns.length);
    if (!there) return;
    event.preventDefault();
    const next = { row: tasks[there.row] ?? place.row, column: there.column };
    flushSync(() => setAt(next));
    if (!cellAt(next)) flushSync(() => drawn.reveal(next.row));
    requestAnimationFrame(() => cellAt(next)?.focus());
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a grid wider than its frame is scrolled by keyboard
    <section ref={frame} className={classes.frame} tabIndex={0} aria-label={t("people.title")}>
      <table className={classes.grid} aria-rowcount={items.length + 1}>
        <thead>
          <tr>
            <th scope="col" className={classes.item}>
              {t("kind.work_item")}
            </th>
            {columns.map(({ id, title }) => (
              <th key={id} scope="col" title={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={drawn.above} width={columns.length + 1} />
          {items.slice(drawn.first, drawn.end).map((item, from) => {
            const row = drawn.first + from;
            return (
              <tr
                key={item.id}
                aria-rowindex={row + 2}
                data-summary={item.type === "summary" || undefined}
              >
                <th
                  scope="row"
                  className={classes.item}
                  style={{ paddingInlineStart: 4 + indented(item.outline_level, 14, 120) }}
                >
                  <Group gap={6} wrap="nowrap">
                    {canEdit && item.type !== "summary" && (
                      <Checkbox
                        size="xs"
                        aria-label={t("people.choose", { item: item.key })}
                        checked={chosen.has(item.id)}
                        onChange={() => onChoose(item.id)}
                      />
                    )}
                    <PeekLink kind="work_item" id={item.id} objectKey={item.key} fz="sm" truncate>
                      {item.title}
                    </PeekLink>
                  </Group>
                </th>
                {columns.map(({ id, title }, column) => (
                  <td key={id}>
                    {item.type !== "summary" && (
                      <UnitsCell
                        label={t("people.cell", { item: item.key, name: title })}
                        assignment={units.get(`${item.id} ${id}`)}
                        itemId={item.id}
                        resourceId={id}
                        canEdit={canEdit}
                        place={{ row, column }}
                        isNext={row === place.row && column === place.column}
                        onFocus={() => setAt({ row, column })}
                        onStep={step}
                        onEdit={onEdit}
                      />
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
          <Gap height={drawn.below} width={columns.length + 1} />
        </tbody>
      </table>
    </section>
  );
}
