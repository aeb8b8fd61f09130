import { cellText } from "../grid/cells";
import { endOf } from "../grid/codes";
import { type Column, titleOf } from "../grid/columns";
import type { GanttModel } from "./useGanttModel";

const MOST_OF_A_CODE = 24;

/** All rows, collapsed ones too, as words: the table twin of the chart. */
export function ganttTable(model: GanttModel, shown: readonly Column[]) {
  const { words, context, outline } = model;
  const columns = [
    ...shown.map((one) => ({
      id: one.id as string,
      title: titleOf(one, words),
      numeric: one.numeric,
    })),
    { id: "kind", title: words.kind, numeric: false },
    { id: "critical", title: words.critical, numeric: false },
  ];
  const depth = new Map<string, number>();
  const rows = [...outline.byId.values()].map((row) => {
    const level = row.parentId === null ? 0 : (depth.get(row.parentId) ?? -1) + 1;
    depth.set(row.id, level);
    const critical = row.critical ? words.yes : row.nearCritical ? words.nearCritical : words.no;
    const kind = row.inactive ? `${words[row.kind]}, ${words.inactiveSpoken}` : words[row.kind];
    const cells = shown.map(({ id }) =>
      id === "wbs" ? endOf(row.wbs, MOST_OF_A_CODE) : cellText(row, id, context),
    );
    return {
      id: row.id,
      level,
      cells: [...cells, kind, critical],
      inactive: row.inactive,
    };
  });
  return { columns, rows };
}
