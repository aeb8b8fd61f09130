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

export function useOpportunityColumns(onToggle: (id: string) => void) {
  const { t } = useTranslation();
  const figures = useFigures();
  return [
    column.accessor(({ item }) => item.title, {
      id: "title",
      header: t("column.opportunity"),
      size: WIDE,
      cell: ({ row: { original } }) => (
        <span className={classes.cell} style={{ paddingInlineStart: original.depth * 20 }}>
          {original.children > 0 ? (
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
          )}
          <TitleCell object={original.item} />
        </span>
      ),
    }),
    column.accessor("children", {
      header: t("column.below"),
      size: 90,
      meta: { align: "end" },
      cell: ({ getValue }) => (
        <Text span size="sm" c="dimmed">
          {getValue() || ""}
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
