import { Text } from "@mantine/core";
import { createColumnHelper } from "@tanstack/react-table";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { IDEA_STATUSES } from "./discover";
import { IdeaStatusMark } from "./IdeaStatusMark";
import { TitleCell, WIDE } from "./TitleCell";
import type { Idea } from "./types";

const column = createColumnHelper<Idea>();

export function useIdeaColumns() {
  const { t } = useTranslation();
  const figures = useFigures();
  return useMemo(
    () => [
      column.accessor("title", {
        header: t("column.idea"),
        size: WIDE,
        cell: ({ row: { original } }) => <TitleCell object={original} />,
      }),
      column.accessor((row) => IDEA_STATUSES.indexOf(row.status), {
        id: "status",
        header: t("filter.status"),
        size: 140,
        cell: ({ row: { original } }) => <IdeaStatusMark status={original.status} />,
      }),
      column.accessor("created_at", {
        header: t("column.proposed"),
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
