import { ActionIcon, Group, NumberInput, Select, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { StateIn } from "./itemTypes";
import classes from "./StateRows.module.css";
import type { StateRow } from "./states";

interface Props {
  rows: readonly StateRow[];
  onRows: (rows: StateRow[]) => void;
}

const CATEGORIES = ["to_do", "doing", "done"] as const;

/** The states of a workflow: their names, what they count as, how much may stand in each, and their order. */
export function StateRows({ rows, onRows }: Props) {
  const { t } = useTranslation();
  const edit = (row: number, fields: Partial<StateIn>) =>
    onRows(rows.map((each) => (each.row === row ? { ...each, ...fields } : each)));
  const step = (index: number, by: number) => {
    const moved = rows[index];
    if (moved) onRows(rows.toSpliced(index, 1).toSpliced(index + by, 0, moved));
  };
  return rows.map(({ row, name, category, limit }, index) => (
    <div key={row} className={classes.states}>
      <TextInput
        aria-label={t("board.stateName")}
        placeholder={t("board.stateName")}
        value={name}
        maxLength={60}
        onChange={(event) => edit(row, { name: event.currentTarget.value })}
      />
      <Select
        aria-label={t("board.category")}
        allowDeselect={false}
        data={CATEGORIES.map((value) => ({ value, label: t(`board.categories.${value}`) }))}
        value={category}
        onChange={(next) => next && edit(row, { category: next as StateIn["category"] })}
      />
      <NumberInput
        aria-label={t("board.limit")}
        placeholder={t("board.noLimit")}
        min={1}
        max={10_000}
        value={limit ?? ""}
        onChange={(next) => edit(row, { limit: next === "" ? null : Number(next) })}
      />
      <Group gap={4} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          aria-label={t("board.up", { name })}
          disabled={index === 0}
          onClick={() => step(index, -1)}
        >
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          aria-label={t("board.down", { name })}
          disabled={index === rows.length - 1}
          onClick={() => step(index, 1)}
        >
          <IconArrowDown size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="red"
          aria-label={t("board.remove", { name })}
          onClick={() => onRows(rows.filter((each) => each.row !== row))}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </div>
  ));
}
