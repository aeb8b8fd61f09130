import { Checkbox } from "@mantine/core";
import { createColumnHelper } from "@tanstack/react-table";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ChanceBadge } from "@/ui/ChanceBadge";
import { KeyBadge } from "@/ui/KeyBadge";
import { PersonPill } from "@/ui/PersonPill";
import { usePeek } from "@/ui/shell/usePeek";
import { DataTable } from "@/ui/table/DataTable";
import classes from "./RoadmapPage.module.css";
import { type Initiative, type Roadmap, STATUSES } from "./roadmap";
import { StatusSelect } from "./StatusSelect";
import { useChances } from "./useChances";
import { useInitiativeSave } from "./useInitiativeSave";
import { WindowField } from "./WindowField";

interface Props {
  productId: string;
  roadmap: Roadmap;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
  pickedIds: ReadonlySet<string>;
  onPick: (key: string) => void;
}

const column = createColumnHelper<Initiative>();

/** The roadmap's twin: every initiative, with status and window edited in place. */
export function RoadmapTable(props: Props) {
  const { productId, roadmap, sort, onSort, pickedIds, onPick } = props;
  const { t } = useTranslation();
  const peek = usePeek();
  const chances = useChances(productId);
  const { mutate } = useInitiativeSave(productId);
  const columns = useMemo(() => {
    const laneTitle = new Map(roadmap.lanes.map(({ id, title }) => [id, title]));
    const edit = (seen: Initiative) => (fields: Partial<Initiative>) => mutate({ seen, fields });
    return [
      column.display({
        id: "picked",
        header: t("roadmap.pickHead"),
        size: 56,
        cell: ({ row: { original } }) => (
          <Checkbox
            size="xs"
            aria-label={t("roadmap.pick", { name: original.key })}
            checked={pickedIds.has(original.id)}
            onChange={() => onPick(original.key)}
            onClick={(event) => event.stopPropagation()}
          />
        ),
      }),
      column.accessor("title", {
        header: t("initiative.title"),
        size: 320,
        cell: ({ row }) => (
          <>
            <KeyBadge value={row.original.key} /> {row.original.title}
          </>
        ),
      }),
      column.accessor(({ status }) => STATUSES.indexOf(status), {
        id: "status",
        header: t("initiative.status"),
        size: 150,
        cell: ({ row: { original } }) => (
          <StatusSelect
            value={original.status}
            canEdit={original.can.edit === true}
            onChange={(status) => edit(original)({ status })}
          />
        ),
      }),
      column.accessor(({ window }) => window?.start ?? "9999", {
        id: "window",
        header: t("initiative.window"),
        size: 230,
        cell: ({ row: { original } }) => (
          <WindowField
            value={original.window}
            canEdit={original.can.edit === true}
            onChange={(window) => edit(original)({ window })}
          />
        ),
      }),
      column.accessor(({ id }) => chances.get(id)?.probability ?? -1, {
        id: "chance",
        header: t("forecast.chance"),
        size: 150,
        cell: ({ row }) => {
          const chance = chances.get(row.original.id);
          return chance ? <ChanceBadge chance={chance.probability} /> : null;
        },
      }),
      column.accessor(({ effort_weeks }) => effort_weeks ?? -1, {
        id: "effort",
        header: t("initiative.effort"),
        size: 110,
        cell: ({ row }) => row.original.effort_weeks,
      }),
      column.accessor(({ lane_id }) => laneTitle.get(lane_id ?? "") ?? "", {
        id: "lane",
        header: t("kind.lane"),
        size: 160,
      }),
      column.accessor(({ owner }) => owner?.name ?? "", {
        id: "owner",
        header: t("initiative.owner"),
        size: 160,
        cell: ({ row }) => <PersonPill person={row.original.owner} />,
      }),
    ];
  }, [roadmap.lanes, chances, mutate, t, pickedIds, onPick]);
  return (
    <div className={classes.table}>
      <DataTable
        label={t("nav.roadmap")}
        rows={roadmap.initiatives}
        columns={columns}
        rowId={({ id }) => id}
        sort={sort}
        onSort={onSort}
        onOpen={({ id }) => peek.open({ kind: "initiative", id })}
        chosenId={peek.target?.id}
      />
    </div>
  );
}
