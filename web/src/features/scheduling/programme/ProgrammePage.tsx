import { Switch } from "@mantine/core";
import { IconTimeline } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { GroupMenu } from "@/features/core/list/GroupMenu";
import { ListTools } from "@/features/core/list/ListTools";
import { ViewTabs } from "@/features/core/list/ViewTabs";
import { ProjectsViews } from "@/features/delivery/ProjectsViews";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageHeader } from "@/ui/PageHeader";
import classes from "./Programme.module.css";
import { ProgrammeChart } from "./ProgrammeChart";
import { ProgrammePath } from "./ProgrammePath";
import { projectsInTimeQuery } from "./programme";
import { type Points, useProgrammeList } from "./useProgrammeList";

export interface ProgrammeView {
  zoom?: string;
  table?: boolean;
  /** Only the milestones of each project, on its row. */
  points?: Points;
}

interface Props {
  view: ProgrammeView;
  onView: (change: Partial<ProgrammeView>) => void;
}

/** All projects on one line of time: what links them, and what decides when the last of them ends. */
export function ProgrammePage({ view, onView }: Props) {
  const { t } = useTranslation();
  const { list, points } = useProgrammeList(view);
  const { data, error, refetch } = useQuery(projectsInTimeQuery(list.state));
  return (
    <div className={classes.page}>
      <PageHeader
        title={t("nav.projects")}
        lead={t("programme.lead")}
        tools={<ProjectsViews shown="timeline" />}
      />
      <div className={classes.filters}>
        <ViewTabs list={list} />
        <ListTools list={list} isPlain />
        <GroupMenu list={list} />
        <Switch
          size="xs"
          className={classes.switch}
          label={t("programme.milestones")}
          checked={points === "milestones"}
          onChange={({ currentTarget }) =>
            onView({ points: currentTarget.checked ? "milestones" : "all" })
          }
        />
      </div>
      {error && !data ? (
        <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState />
      ) : data.projects.length === 0 ? (
        <EmptyState
          icon={IconTimeline}
          sentence={t(list.isNarrowed ? "list.noMatch" : "project.empty")}
        />
      ) : (
        <>
          <ProgrammeChart data={data} list={list} view={{ ...view, points }} onView={onView} />
          {data.programmes.map((programme) => (
            <ProgrammePath
              key={programme.path[0]?.item?.id ?? programme.finish}
              programme={programme}
            />
          ))}
        </>
      )}
    </div>
  );
}
