import { Button, Group, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconArchive, IconArrowsSort, IconSearch, IconX } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useShortcuts } from "@/ui/keyboard/useShortcuts";
import type { Clause } from "@/ui/list/types";
import { AddFilter } from "./AddFilter";
import { ColumnsMenu } from "./ColumnsMenu";
import { ExportMenu } from "./ExportMenu";
import { FilterChip } from "./FilterChip";
import { GroupMenu } from "./GroupMenu";
import classes from "./ObjectList.module.css";
import { useFieldWords } from "./useFieldWords";
import type { List } from "./useList";

interface Props {
  list: List;
  /** Search and filters alone, where the rows are no table. */
  isPlain?: boolean;
  /** Other ways to narrow what is shown. */
  more?: ReactNode;
}

const WAIT_MS = 200;

/** Search, filters as chips, group, columns and files. */
export function ListTools({ list, isPlain = false, more }: Props) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const field = useRef<HTMLInputElement>(null);
  const { q, where, sort, archived } = list.state;
  useEffect(() => {
    // Cleared or gone back to elsewhere: show it, but never write under the typing hand.
    if (field.current && document.activeElement !== field.current) field.current.value = q;
  }, [q]);
  const search = useDebouncedCallback((next: string) => list.set({ q: next }), WAIT_MS);
  const replace = (at: number, clause: Clause | undefined) =>
    list.set({ where: clause ? where.with(at, clause) : where.filter((_, index) => index !== at) });
  useShortcuts([{ keys: "v", run: () => field.current?.focus() }]);
  const levels = sort.split(",").filter(Boolean);
  return (
    <Group gap="sm">
      <TextInput
        ref={field}
        type="search"
        size="xs"
        w={{ xs: 220 }}
        flex={{ base: "1 1 170px", xs: "none" }}
        aria-label={t("list.search")}
        placeholder={t("list.search")}
        leftSection={<IconSearch size={14} stroke={1.6} aria-hidden />}
        defaultValue={q}
        onChange={(event) => search(event.currentTarget.value)}
      />
      {where.map((clause, at) => (
        <FilterChip
          // biome-ignore lint/suspicious/noArrayIndexKey: a filter has no name but its place
          key={at}
          list={list}
          clause={clause}
          onChange={(next) => replace(at, next)}
        />
      ))}
      {archived && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArchive size={14} aria-hidden />}
          rightSection={<IconX size={12} aria-hidden />}
          aria-label={t("filter.remove", { filter: t("filter.archived") })}
          onClick={() => list.set({ archived: false })}
        >
          {t("filter.archived")}
        </Button>
      )}
      <AddFilter list={list} />
      {more}
      {!isPlain && levels.length > 1 && (
        <span className={classes.chip}>
          <span className={classes.chipText}>
            <IconArrowsSort size={12} aria-hidden />{" "}
            {levels
              .map((level) => {
                const of = list.byName.get(level.replace(/^-/, ""));
                return `${of ? words.field(of) : level} ${level.startsWith("-") ? "↓" : "↑"}`;
              })
              .join(", ")}
          </span>
        </span>
      )}
      {!isPlain && (
        <Group gap={4} ml="auto">
          <GroupMenu list={list} />
          <ColumnsMenu list={list} />
          <ExportMenu list={list} />
        </Group>
      )}
    </Group>
  );
}
