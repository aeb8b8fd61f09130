import { createColumnHelper } from "@tanstack/react-table";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { DataTable } from "@/ui/table/DataTable";
import { useFigures } from "@/ui/words/figures";
import { CriticalSign } from "../CriticalSign";
import { ItemTitle } from "../ItemTitle";
import type { Plan, PlanItem } from "../plan";
import classes from "./Views.module.css";

interface Props {
  plan: Plan;
  items: readonly PlanItem[];
  onOpen: (id: string) => void;
  /** With what each item waits for, and what waits for it. */
  withLinks?: boolean;
}

const column = createColumnHelper<PlanItem>();

/** Items of the plan as a table: what a picture of them says, in words. */
export function ItemsTable({ plan, items, onOpen, withLinks = false }: Props) {
  const { t } = useTranslation();
  const [sort, setSort] = useState<string>();
  const columns = useColumns(plan, withLinks);
  return (
    <div className={classes.table}>
      <DataTable
        label={t("planLook.items")}
        rows={[...items]}
        columns={columns}
        rowId={({ id }) => id}
        sort={sort}
        onSort={setSort}
        onOpen={({ id }) => onOpen(id)}
      />
    </div>
  );
}

function useColumns({ items, links }: Plan, withLinks: boolean) {
  const { t } = useTranslation();
  const figures = useFigures();
  return useMemo(() => {
    const keys = new Map(items.map(({ id, key }) => [id, key]));
    const ends = (own: "before" | "after", other: "before" | "after") => {
      const found = new Map<string, string[]>();
      for (const link of links) {
        const name = keys.get(link[other]);
        if (name) found.set(link[own], [...(found.get(link[own]) ?? []), name]);
      }
      return (item: PlanItem) => found.get(item.id)?.join(", ") ?? "";
    };
    const day = (name: "start" | "finish") =>
      column.accessor((item) => item.schedule?.[name] ?? "", {
        id: name,
        header: t(`planLook.column.${name}`),
        size: 118,
        cell: ({ getValue }) => getValue() && figures.date(getValue()),
      });
    return [
      column.accessor("key", { header: t("planLook.column.key"), size: 96 }),
      column.accessor("title", {
        header: t("planLook.column.title"),
        size: 320,
        cell: ({ row }) => <ItemTitle item={row.original} />,
      }),
      day("start"),
      day("finish"),
      column.accessor("percent_complete", {
        header: t("planLook.column.done"),
        size: 80,
        cell: ({ getValue }) => figures.percent(getValue() / 100),
      }),
      column.accessor((item) => item.schedule?.critical === true, {
        id: "critical",
        header: t("planLook.column.critical"),
        size: 100,
        cell: ({ getValue }) => <CriticalSign isCritical={getValue()} />,
      }),
      ...(withLinks
        ? [
            column.accessor(ends("after", "before"), {
              id: "waits",
              header: t("planLook.column.waits"),
              size: 180,
            }),
            column.accessor(ends("before", "after"), {
              id: "leads",
              header: t("planLook.column.leads"),
              size: 180,
            }),
          ]
        : []),
    ];
  }, [t, figures, items, links, withLinks]);
}
