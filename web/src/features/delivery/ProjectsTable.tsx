import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { createColumnHelper } from "@tanstack/react-table";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ChanceBadge } from "@/ui/ChanceBadge";
import { KeyBadge } from "@/ui/KeyBadge";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { DataTable } from "@/ui/table/DataTable";
import { useFigures } from "@/ui/words/figures";
import type { Project, ProjectFilter } from "./delivery";
import { type ProjectForecast, projectForecastsQuery } from "./forecast";

interface Props {
  projects: Project[];
  /** What the projects were listed by. */
  filter: ProjectFilter;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
}

interface Row extends Project {
  forecast: ProjectForecast | undefined;
}

const column = createColumnHelper<Row>();

export function ProjectsTable({ projects, filter, sort, onSort }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { data: forecasts } = useQuery(projectForecastsQuery(filter));
  const rows = useMemo(() => {
    const byProject = new Map(forecasts?.items.map((found) => [found.project_id, found]));
    return projects.map((project) => ({ ...project, forecast: byProject.get(project.id) }));
  }, [projects, forecasts]);
  const columns = useMemo(() => {
    const day = (at: string | null | undefined) => (at ? figures.date(at) : "");
    return [
      column.accessor("title", {
        header: t("project.title"),
        size: 360,
        cell: ({ row: { original } }) => (
          <>
            <KeyBadge value={original.code} />{" "}
            <Anchor
              size="sm"
              fw={500}
              c="inherit"
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/$workspace/projects/$id"
                  params={{ workspace, id: original.id }}
                />
              )}
            >
              {original.title}
            </Anchor>
          </>
        ),
      }),
      column.accessor("start", {
        header: t("project.start"),
        size: 130,
        cell: ({ row }) => day(row.original.start),
      }),
      column.accessor(({ forecast }) => forecast?.p50 ?? "9999", {
        id: "finish",
        header: t("project.likelyFinish"),
        size: 150,
        cell: ({ row }) => day(row.original.forecast?.p50) || t("project.noPlan"),
      }),
      column.accessor(({ deadline }) => deadline ?? "9999", {
        id: "deadline",
        header: t("project.deadline"),
        size: 130,
        cell: ({ row }) => day(row.original.deadline) || t("project.noDeadline"),
      }),
      column.accessor(({ forecast }) => forecast?.probability ?? -1, {
        id: "chance",
        header: t("project.chance"),
        size: 170,
        cell: ({ row }) => <ChanceBadge chance={row.original.forecast?.probability} />,
      }),
    ];
  }, [figures, t, workspace]);
  return (
    <DataTable
      label={t("nav.projects")}
      rows={rows}
      columns={columns}
      rowId={({ id }) => id}
      sort={sort}
      onSort={onSort}
      onOpen={({ id }) =>
        void navigate({ to: "/$workspace/projects/$id", params: { workspace, id } })
      }
    />
  );
}
