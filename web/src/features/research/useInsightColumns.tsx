import { Group, Text } from "@mantine/core";
import { createColumnHelper } from "@tanstack/react-table";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import { SourceIcon } from "./SourceIcon";
import { TagList } from "./TagList";
import { TitleCell, WIDE } from "./TitleCell";
import type { Insight } from "./types";

const column = createColumnHelper<Insight>();

export function useInsightColumns() {
  const { t } = useTranslation();
  const figures = useFigures();
  return useMemo(
    () => [
      column.accessor("title", {
        header: t("column.insight"),
        size: WIDE,
        cell: ({ row: { original } }) => <TitleCell object={original} />,
      }),
      column.accessor("source", {
        header: t("filter.source"),
        size: 120,
        cell: ({ getValue }) => (
          <Group gap={6} wrap="nowrap">
            <SourceIcon source={getValue()} />
            {t(`source.${getValue()}`)}
          </Group>
        ),
      }),
      column.accessor((row) => row.customer?.title ?? "", {
        id: "customer",
        header: t("filter.customer"),
        size: 160,
        cell: ({ row: { original } }) => {
          const { customer } = original;
          return (
            customer && (
              <PeekLink
                kind="customer"
                id={customer.id}
                objectKey={customer.key}
                fz="sm"
                c="var(--mantine-color-text)"
              >
                {customer.title}
              </PeekLink>
            )
          );
        },
      }),
      column.accessor((row) => row.tags.join(" "), {
        id: "tags",
        header: t("filter.tags"),
        size: 200,
        enableSorting: false,
        cell: ({ row: { original } }) => <TagList tags={original.tags} />,
      }),
      column.accessor("created_at", {
        header: t("column.noted"),
        size: 110,
        meta: { align: "end" },
        cell: ({ getValue }) => (
          <Text span size="sm" c="dimmed" title={figures.dateTime(getValue())}>
            {figures.ago(getValue())}
          </Text>
        ),
      }),
    ],
    [t, figures],
  );
}
