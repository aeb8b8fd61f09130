import { Checkbox } from "@mantine/core";
import { type ChangeEvent, memo, type ReactNode } from "react";
import type { Place } from "@/ui/list/gridKeys";
import type { Field, ListItem } from "@/ui/list/types";
import { CellEditor } from "./CellEditor";
import { ListCell } from "./ListCell";
import classes from "./ObjectList.module.css";
import { shownOf } from "./useEdits";
import type { FieldWords } from "./useFieldWords";
import type { List } from "./useList";

/** What rows do to their table; the same for as long as the table stands. */
export interface Hands {
  tick: (item: ListItem, extend: boolean) => void;
  focus: (place: Place) => void;
  edit: (place: Place) => void;
  done: (item: ListItem, field: Field, value: unknown, stays: boolean) => void;
}

interface Props {
  item: ListItem;
  index: number;
  columns: Field[];
  cells: Record<string, (item: ListItem) => ReactNode>;
  words: FieldWords;
  hands: Hands;
  /** What was just typed into its cells. */
  waiting: Record<string, unknown> | undefined;
  activeColumn: number | undefined;
  /** The cell that is edited, and the list that it needs for its choices. */
  editing: { place: Place; typed?: string; list: List } | undefined;
  isChosen: boolean;
  isTicked: boolean;
}

/** One row; drawn anew only when something of its own changes, not with each step of a scroll. */
export const ListRow = memo(function ListRow(props: Props) {
  const { item, index, columns, cells, words, hands, waiting, activeColumn, editing } = props;
  // The change says nothing of keys; the click that it comes from does. Stopping the click would undo the tick.
  const onTick = ({ nativeEvent }: ChangeEvent) =>
    hands.tick(item, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
  return (
    <tr
      className={classes.row}
      data-line={index}
      data-chosen={props.isChosen || undefined}
      aria-rowindex={index + 2}
      aria-selected={props.isTicked}
    >
      <td className={classes.tick}>
        <Checkbox
          size="xs"
          tabIndex={-1}
          aria-label={words.t("list.choose", { key: item.key || item.title })}
          checked={props.isTicked}
          onChange={onTick}
        />
      </td>
      {columns.map((field, column) => {
        const isEdited = editing?.place.column === column;
        const canWrite = field.writes !== null && item.can.edit === true;
        const own = cells[field.name];
        const value = shownOf(item, field, waiting);
        return (
          <td
            key={field.name}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the table is a grid
            role="gridcell"
            data-column={column}
            data-wide={field.name === "title" || undefined}
            data-align={field.type === "number" ? "end" : undefined}
            data-editing={isEdited || undefined}
            aria-readonly={!canWrite || undefined}
            tabIndex={activeColumn === column ? 0 : -1}
            onFocus={() => hands.focus({ line: index, column })}
            onDoubleClick={() => canWrite && hands.edit({ line: index, column })}
          >
            {editing && isEdited ? (
              <CellEditor
                field={field}
                list={editing.list}
                value={value}
                typed={editing.typed}
                onDone={(next, stays) => hands.done(item, field, next, stays)}
              />
            ) : own && value === item.fields[field.name] ? (
              own(item)
            ) : (
              <ListCell item={item} field={field} value={value} words={words} />
            )}
          </td>
        );
      })}
    </tr>
  );
});
