import { UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { directionOf, nextSort } from "@/ui/list/state";
import type { Field } from "@/ui/list/types";
import classes from "./ObjectList.module.css";
import { useFieldWords } from "./useFieldWords";
import type { List } from "./useList";

interface Props {
  list: List;
  columns: Field[];
}

/** The heads of the columns: a click sorts, with shift beside the other sorts. */
export function HeadLine({ list, columns }: Props) {
  const words = useFieldWords();
  const { sort } = list.state;
  return columns.map((field) => {
    const direction = directionOf(sort, field.name);
    const label = words.field(field);
    return (
      <th
        key={field.name}
        scope="col"
        aria-sort={direction}
        data-align={field.type === "number" ? "end" : undefined}
        title={field.description || undefined}
      >
        {field.sortable ? (
          <UnstyledButton
            className={classes.sort}
            onClick={(event) => list.set({ sort: nextSort(sort, field.name, event.shiftKey) })}
          >
            {label}
            {direction === "ascending" && <IconArrowUp size={14} aria-hidden />}
            {direction === "descending" && <IconArrowDown size={14} aria-hidden />}
          </UnstyledButton>
        ) : (
          label
        )}
      </th>
    );
  });
}
