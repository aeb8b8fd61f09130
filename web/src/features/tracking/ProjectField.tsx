import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import type { ObjectRef } from "@/api/types";
import { ProjectLink } from "@/features/delivery/ProjectLink";
import { RailField } from "@/ui/RailField";

interface Props {
  project: ObjectRef;
  /** Which part of its page the way leads to. */
  search: ComponentProps<typeof ProjectLink>["search"];
}

/** The project that something belongs to, and the way there. */
export function ProjectField({ project, search }: Props) {
  const { t } = useTranslation();
  return (
    <RailField label={t("kind.project")}>
      <ProjectLink id={project.id} search={search}>
        {project.title}
      </ProjectLink>
    </RailField>
  );
}
