import { Text } from "@mantine/core";
import { createColumnHelper } from "@tanstack/react-table";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { indented } from "@/timeline/geometry/indented";
import { usePeek } from "@/ui/shell/usePeek";
import { DataTable } from "@/ui/table/DataTable";
import { type Figures, useFigures } from "@/ui/words/figures";
import classes from "./Baselines.module.css";
import type { Variance } from "./baselines";
import { hoursText, varianceText } from "./variance";

interface Props {
  items: readonly Variance[];
  minutesPerDay: number;
  /** Leave out what stands as it stood. */
  moved: boolean;
}

const column = createColumnHelper<Variance>();

/** Each item at two moments, with the differences in working time. */
export function VarianceTable({ items, minutesPerDay, moved }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const peek = usePeek();
  const [sort, setSort] = useState<string>();
  const rows = useMemo(
    () => items.filter(({ state }) => !moved || state !== "same"),
    [items, moved],
  );
  const columns = useColumns(figures, minutesPerDay);
  if (rows.length === 0) return <Text c="dimmed">{t("baseline.nothingMoved")}</Text>;
  return (
    <div className={classes.table}>
      <DataTable
        label={t("baseline.table")}
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        sort={sort}
        onSort={setSort}
        onOpen={({ id, state }) => state !== "removed" && peek.open({ kind: "work_item", id })}
      />
    </div>
  );
}

function useColumns(figures: Figures, perDay: number) {
  const { t } = useTranslation();
  return useMemo(() => {
    const day = (at: string | null) => (at ? figures.date(at) : "");
    const days = (minutes: number | null) => (
      <span data-late={(minutes ?? 0) > 0 || undefined} className={classes.figure}>
        {varianceText(minutes, perDay, figures.number)}
      </span>
    );
    const date = (name: "was_start" | "start" | "was_finish" | "finish") =>
      column.accessor(name, {
        header: t(`baseline.column.${name}`),
        size: 118,
        cell: ({ getValue }) => day(getValue()),
      });
    const variance = (name: "start_variance" | "finish_variance" | "duration_variance") =>
      column.accessor(name, {
        header: t(`baseline.column.${name}`),
        size: 100,
        cell: ({ getValue }) => days(getValue()),
      });
    return [
      column.accessor("wbs", { header: t("baseline.column.wbs"), size: 70, enableSorting: false }),
      column.accessor("title", {
        header: t("baseline.column.title"),
        size: 300,
        cell: ({ row: { original } }) => (
          <span
            className={classes.title}
            data-kind={original.type}
            data-state={original.state}
            style={{ paddingInlineStart: indented(original.level - 1, 14) }}
          >
            {original.title}
            {(original.state === "added" || original.state === "removed") && (
              <span className={classes.state}>{t(`baseline.state.${original.state}`)}</span>
            )}
          </span>
        ),
      }),
      date("was_start"),
      date("start"),
      variance("start_variance"),
      date("was_finish"),
      date("finish"),
      variance("finish_variance"),
      variance("duration_variance"),
      column.accessor("work_variance", {
        header: t("baseline.column.work_variance"),
        size: 100,
        cell: ({ getValue }) => (
          <span className={classes.figure}>{hoursText(getValue(), figures.number)}</span>
        ),
      }),
    ];
  }, [t, figures, perDay]);
}
