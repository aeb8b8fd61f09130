import { Button, SegmentedControl } from "@mantine/core";
import { IconBriefcase, IconFileImport, IconPlus, IconTemplate } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { useCreate } from "@/ui/shell/useCreate";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { projectsQuery } from "./delivery";
import { ProjectsTable } from "./ProjectsTable";
import { ProjectsViews } from "./ProjectsViews";

export interface ProjectsSearch {
  archived?: boolean;
  sort?: string;
}

interface Props {
  search: ProjectsSearch;
  onSearch: (change: ProjectsSearch) => void;
}

export function ProjectsPage({ search, onSearch }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const create = useCreate();
  const filter = { archived: search.archived };
  const { data, error, refetch } = useQuery(projectsQuery(filter));
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
        tools={
          <>
            <ProjectsViews shown="list" />
            <SegmentedControl
              size="xs"
              aria-label={t("project.which")}
              value={search.archived ? "archived" : "open"}
              data={[
                { value: "open", label: t("project.open") },
                { value: "archived", label: t("project.archived") },
              ]}
              onChange={(which) => onSearch({ archived: which === "archived" || undefined })}
            />
          </>
        }
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
        {error && !data ? (
          <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />
        ) : !data ? (
          <LoadingState />
        ) : data.items.length === 0 ? (
          <EmptyState
            icon={IconBriefcase}
            sentence={t(search.archived ? "project.noneArchived" : "project.empty")}
            action={!search.archived && importButton}
            example={!search.archived && t("project.example")}
          />
        ) : (
          <ProjectsTable
            projects={data.items}
            filter={filter}
            sort={search.sort}
            onSort={(sort) => onSearch({ sort })}
          />
        )}
      </PageBody>
    </>
  );
}
