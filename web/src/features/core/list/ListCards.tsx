import { Button, Checkbox, Text } from "@mantine/core";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { toggled } from "@/ui/list/selection";
import type { Field, ListItem } from "@/ui/list/types";
import { PeekLink } from "@/ui/PeekLink";
import { ListCell } from "./ListCell";
import classes from "./ObjectList.module.css";
import { RowElsewhere } from "./RowElsewhere";
import type { RowsProps } from "./rowsProps";
import { type FieldWords, useFieldWords } from "./useFieldWords";
import { useShownRow } from "./useShownRow";

// What a number, a date or a yes says hangs on what it is of; other values speak for themselves.
const NAMED: ReadonlySet<Field["type"]> = new Set(["number", "date", "datetime", "yes_no"]);

/** The rows as cards, for a phone. */
export function ListCards({ list, rows, edits, cells, selection, onSelect }: RowsProps) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const columns = list.state.columns
    .filter((name) => name !== "title" && name !== "key")
    .flatMap((name) => list.byName.get(name) ?? []);
  const frame = useRef<HTMLDivElement>(null);
  const shown = useShownRow(rows, (line) =>
    frame.current?.children[line]?.scrollIntoView({ block: "center" }),
  );
  return (
    <>
      {shown.missing && <RowElsewhere row={shown.missing} />}
      <div ref={frame} className={classes.cards}>
        {rows.lines.map((line) => {
          if (line.type !== "row") {
            if (line.type === "more") return null;
            return (
              <Button
                key={line.id}
                variant="subtle"
                color="gray"
                justify="flex-start"
                aria-expanded={line.isOpen}
                onClick={() => rows.toggle(line.group)}
              >
                {`${line.group.label || t("list.empty")} · ${line.group.count}`}
              </Button>
            );
          }
          const { item } = line;
          const { kind, id } = item.part_of ?? item;
          const isTicked = selection.ids.has(item.id);
          const facts = columns.flatMap((field) => {
            const drawn = drawnOf(item, field, edits.valueOf(item, field), cells, words);
            return drawn ? [{ field, drawn }] : [];
          });
          return (
            <article
              key={line.id}
              className={classes.card}
              data-chosen={isTicked || line.id === shown.id || undefined}
            >
              <Checkbox
                size="sm"
                aria-label={t("list.choose", { key: item.key || item.title })}
                checked={isTicked}
                onChange={() => onSelect(toggled(selection, item.id))}
              />
              <div className={classes.cardWords}>
                {cells.title?.(item) ?? (
                  <PeekLink
                    kind={kind as "idea"}
                    id={id}
                    objectKey={item.key}
                    fz="sm"
                    fw={500}
                    c="inherit"
                  >
                    {item.title}
                  </PeekLink>
                )}
                <div className={classes.facts}>
                  <KeyBadge value={item.key} />
                  {facts.map(({ field, drawn }) => (
                    <Text key={field.name} span size="xs" title={words.field(field)}>
                      {NAMED.has(field.type) && `${words.field(field)} `}
                      {drawn}
                    </Text>
                  ))}
                </div>
              </div>
            </article>
          );
        })}
      </div>
      {rows.items.length < (rows.total ?? 0) && !list.state.group && (
        <Button variant="subtle" onClick={rows.readOn}>
          {t("table.more")}
        </Button>
      )}
    </>
  );
}

/** A value as the list draws it; nothing where there is none. */
function drawnOf(
  item: ListItem,
  field: Field,
  value: unknown,
  cells: RowsProps["cells"],
  words: FieldWords,
): ReactNode {
  if (value === null || value === undefined || (Array.isArray(value) && !value.length)) return null;
  const own = cells[field.name];
  return own ? own(item) : <ListCell item={item} field={field} value={value} words={words} />;
}
