import { Checkbox } from "@mantine/core";
import type { ChangeEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Place } from "@/ui/list/gridKeys";
import type { Field, ListItem } from "@/ui/list/types";
import { CellEditor } from "./CellEditor";
import { ListCell } from "./ListCell";
import classes from "./ObjectList.module.css";
import type { Edits } from "./useEdits";
import type { List } from "./useList";

interface Props {
  item: ListItem;
  index: number;
  columns: Field[];
  cells: Record<string, (item: ListItem) => ReactNode>;
  edits: Edits;
  list: List;
  activeColumn: number | undefined;
  editing: { place: Place; typed?: string } | undefined;
  isChosen: boolean;
  isTicked: boolean;
  onTick: (extend: boolean) => void;
  onFocus: (column: number) => void;
  onEdit: (column: number) => void;
  onDone: (field: Field, value: unknown, stays: boolean) => void;
}

export function ListRow(props: Props) {
  const { item, index, columns, cells, edits, list, activeColumn, editing } = props;
  const { t } = useTranslation();
  // The change says nothing of keys; the click that it comes from does. Stopping the click would undo the tick.
  const onTick = ({ nativeEvent }: ChangeEvent) =>
    props.onTick(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
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
          aria-label={t("list.choose", { key: item.key })}
          checked={props.isTicked}
          onChange={onTick}
        />
      </td>
      {columns.map((field, column) => {
        const isEdited = editing?.place.column === column;
        const canWrite = field.writes !== null && item.can.edit === true;
        const own = cells[field.name];
        const value = edits.valueOf(item, field);
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
            onFocus={() => props.onFocus(column)}
            onDoubleClick={() => canWrite && props.onEdit(column)}
          >
            {isEdited ? (
              <CellEditor
                field={field}
                list={list}
                value={value}
                typed={editing?.typed}
                onDone={(next, stays) => props.onDone(field, next, stays)}
              />
            ) : own && value === item.fields[field.name] ? (
              own(item)
            ) : (
              <ListCell item={item} field={field} value={value} />
            )}
          </td>
        );
      })}
    </tr>
  );
}
