import { Button } from "@mantine/core";
import { IconTimeline } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { ObjectParts } from "@/ui/shell/ObjectParts";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useSave } from "@/ui/useSave";
import { type Project, projectQuery } from "./delivery";
import { ProjectRail } from "./ProjectRail";

interface Props {
  id: string;
  place: "page" | "peek";
}

export function ProjectSheet({ id, place }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const query = projectQuery(id);
  const path = `/projects/${id}`;
  const { data: project, error } = useQuery(query);
  const save = useSave<Project>(query.queryKey, path, project?.code);
  if (error && !project) return <ErrorState title={error.title} detail={error.detail} />;
  if (!project) return <LoadingState rows={4} />;
  const edit = (fields: Partial<Project>) => save.mutate({ seen: project, fields });
  return (
    <ObjectSheet
      object={project}
      path={path}
      place={place}
      onTitle={(title) => edit({ title })}
      rail={<ProjectRail project={project} onEdit={edit} />}
      body={
        <>
          <div>
            <Button
              variant="light"
              leftSection={<IconTimeline size={16} aria-hidden />}
              renderRoot={(props) => (
                <Link {...props} to="/$workspace/projects/$id" params={{ workspace, id }} />
              )}
            >
              {t("project.openPlan")}
            </Button>
          </div>
          <ObjectParts place="section" kind="project" id={id} />
        </>
      }
    />
  );
}
