import { Button } from "@mantine/core";
import { IconBriefcase, IconFileImport, IconPlus, IconTemplate } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ObjectList } from "@/features/core/list/ObjectList";
import type { List } from "@/features/core/list/useList";
import { ChanceBadge } from "@/ui/ChanceBadge";
import { EmptyState } from "@/ui/EmptyState";
import { KeyBadge } from "@/ui/KeyBadge";
import type { ListItem } from "@/ui/list/types";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { useCreate } from "@/ui/shell/useCreate";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useFigures } from "@/ui/words/figures";
import { ProjectLink } from "./ProjectLink";
import classes from "./ProjectsPage.module.css";
import { ProjectsViews } from "./ProjectsViews";

const COLUMNS = ["title", "state", "done", "start", "p50", "deadline", "chance"];

/** Every project: how far it is, when it is likely to end, and whether that is in time. */
export function ProjectsPage() {
  const { t } = useTranslation();
  const figures = useFigures();
  const workspace = useWorkspace();
  const create = useCreate();
  const cells = useMemo(
    () => ({
      title: ({ id, title, fields }: ListItem) => (
        <span className={classes.title}>
          <KeyBadge value={String(fields.code)} />
          <ProjectLink id={id} fw={500} c="inherit">
            {title}
          </ProjectLink>
        </span>
      ),
      done: ({ fields: { done } }: ListItem) =>
        typeof done === "number" ? figures.percent(done) : null,
      chance: ({ fields: { state, deadline, chance } }: ListItem) =>
        state !== "finished" && deadline ? <ChanceBadge chance={chance as number | null} /> : null,
    }),
    [figures],
  );
  const importButton = (
    <Button
      variant="default"
      leftSection={<IconFileImport size={16} stroke={1.6} aria-hidden />}
      renderRoot={(props) => (
        <Link {...props} to="/$workspace/projects/import" params={{ workspace }} />
      )}
    >
      {t("project.import")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("nav.projects")}
        lead={t("project.lead")}
        tools={<ProjectsViews shown="list" />}
        actions={
          <>
            {importButton}
            <Button
              variant="default"
              leftSection={<IconTemplate size={16} stroke={1.6} aria-hidden />}
              renderRoot={(props) => (
                <Link {...props} to="/$workspace/projects/templates" params={{ workspace }} />
              )}
            >
              {t("template.title")}
            </Button>
            <Button
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => create.open("project")}
            >
              {t("kind.project")}
            </Button>
          </>
        }
      />
      <PageBody>
        <ObjectList
          kind="project"
          columns={COLUMNS}
          cells={cells}
          adapt={asTable}
          empty={
            <EmptyState
              icon={IconBriefcase}
              sentence={t("project.empty")}
              action={importButton}
              example={t("project.example")}
            />
          }
        />
      </PageBody>
    </>
  );
}

/** The saved views that are drawn in time stand beside the timeline. */
function asTable(list: List): List {
  return { ...list, views: list.views.filter(({ config }) => config.layout !== "timeline") };
}
