import { ActionIcon, Text } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { createColumnHelper } from "@tanstack/react-table";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import classes from "./OpportunityTree.module.css";
import { TitleCell, WIDE } from "./TitleCell";
import type { TreeRow } from "./tree";
import type { Opportunity } from "./types";

const column = createColumnHelper<TreeRow<Opportunity>>();

/** With `onToggle` the rows are a tree, else a list that names each one's parent. */
export function useOpportunityColumns(
  items: readonly Opportunity[],
  onToggle: ((id: string) => void) | undefined,
) {
  const { t } = useTranslation();
  const figures = useFigures();
  const parentOf = (row: Opportunity) => items.find(({ id }) => id === row.parent_id);
  return [
    column.accessor(({ item }) => item.title, {
      id: "title",
      header: t("column.opportunity"),
      size: WIDE,
      cell: ({ row: { original } }) => (
        <span className={classes.cell} style={{ paddingInlineStart: original.depth * 20 }}>
          {onToggle &&
            (original.children > 0 ? (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-expanded={original.isOpen}
                aria-label={t(original.isOpen ? "tree.close" : "tree.open", {
                  name: original.item.key,
                })}
                onClick={() => onToggle(original.item.id)}
              >
                {original.isOpen ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
              </ActionIcon>
            ) : (
              <span className={classes.leaf} />
            ))}
          <TitleCell object={original.item} />
        </span>
      ),
    }),
    onToggle
      ? column.accessor("children", {
          header: t("column.below"),
          size: 90,
          meta: { align: "end" },
          cell: ({ getValue }) => (
            <Text span size="sm" c="dimmed">
              {getValue() || ""}
            </Text>
          ),
        })
      : column.accessor(({ item }) => parentOf(item)?.title ?? "", {
          id: "parent",
          header: t("column.under"),
          size: 280,
          cell: ({ getValue }) => (
            <Text size="sm" c="dimmed" truncate maw={280}>
              {getValue()}
            </Text>
          ),
        }),
    column.accessor(({ item }) => item.created_at, {
      id: "created_at",
      header: t("column.named"),
      size: 110,
      meta: { align: "end" },
      cell: ({ getValue }) => (
        <Text span size="sm" c="dimmed" title={figures.dateTime(getValue())}>
          {figures.ago(getValue())}
        </Text>
      ),
    }),
  ];
}
