import { UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { flexRender, type Header } from "@tanstack/react-table";
import classes from "./DataTable.module.css";

interface Props<T> {
  header: Header<T, unknown>;
}

const ARIA = { asc: "ascending", desc: "descending" } as const;

export function HeadCell<T>({ header }: Props<T>) {
  const { column } = header;
  const sorted = column.getIsSorted();
  const content = flexRender(column.columnDef.header, header.getContext());
  const size = column.columnDef.size;
  return (
    <th
      scope="col"
      aria-sort={sorted ? ARIA[sorted] : undefined}
      style={{ width: size }}
      data-align={column.columnDef.meta?.align}
    >
      {column.getCanSort() ? (
        <UnstyledButton className={classes.sort} onClick={column.getToggleSortingHandler()}>
          {content}
          {sorted === "asc" && <IconArrowUp size={14} aria-hidden />}
          {sorted === "desc" && <IconArrowDown size={14} aria-hidden />}
        </UnstyledButton>
      ) : (
        content
      )}
    </th>
  );
}
