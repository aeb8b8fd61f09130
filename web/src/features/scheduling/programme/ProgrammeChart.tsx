import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldWords } from "@/features/core/list/useFieldWords";
import type { List } from "@/features/core/list/useList";
import { GanttChart } from "@/timeline/GanttChart";
import type { ColumnId } from "@/timeline/types";
import { usePeek } from "@/ui/shell/usePeek";
import { MilestonesChart } from "./MilestonesChart";
import classes from "./Programme.module.css";
import type { ProgrammeView } from "./ProgrammePage";
import { isGroup, linksOf, type ProjectInTime, type ProjectsInTime, rowsOf } from "./programme";
import { useTimeProps } from "./useTimeProps";

interface Props {
  data: ProjectsInTime;
  list: List;
  view: ProgrammeView;
  onView: (change: Partial<ProgrammeView>) => void;
}

const COLUMNS: readonly ColumnId[] = ["title", "start", "finish", "slack"];
const OPEN: ReadonlySet<string> = new Set();

/** A row for every project, its milestones below it; links between them; what decides the last end is marked. */
export function ProgrammeChart({ data, list, view, onView }: Props) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const time = useTimeProps(view, onView);
  const peek = usePeek();
  const [folded, setFolded] = useState(OPEN);
  const chosen = list.byName.get(list.state.group);
  // The projects of a moment ago tell what they were grouped by then.
  const by =
    chosen && data.projects.some(({ fields }) => chosen.name in fields) ? chosen : undefined;
  const groupOf = useMemo(
    () => by && (({ fields }: ProjectInTime) => words.value(by, fields[by.name]) || t("list.none")),
    [by, words, t],
  );
  const rows = useMemo(() => rowsOf(data.projects, groupOf), [data.projects, groupOf]);
  const links = useMemo(() => linksOf(data, folded), [data, folded]);
  const projects = useMemo(() => new Set(data.projects.map(({ id }) => id)), [data.projects]);
  const open = (id: string) => {
    if (!isGroup(id)) peek.open({ kind: projects.has(id) ? "project" : "work_item", id });
  };
  if (view.points === "milestones") {
    return (
      <MilestonesChart projects={data.projects} groupOf={groupOf} view={view} onView={onView} />
    );
  }
  return (
    <div className={classes.chart}>
      <GanttChart
        rows={rows}
        links={links}
        label={t("programme.title")}
        {...time}
        collapsed={folded}
        onCollapse={setFolded}
        columns={COLUMNS}
        gridWidth={540}
        onOpen={open}
        readOnly
      />
    </div>
  );
}
