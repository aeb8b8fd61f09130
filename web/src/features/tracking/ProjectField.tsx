import { useTranslation } from "react-i18next";
import type { ObjectRef } from "@/api/types";
import { ProjectLink } from "@/features/delivery/ProjectLink";
import { RailField } from "@/ui/RailField";
import type { LineKind } from "./types";

interface Props {
  project: ObjectRef;
  kind: LineKind;
}

/** The project that a line belongs to, a way to its register. */
export function ProjectField({ project, kind }: Props) {
  const { t } = useTranslation();
  return (
    <RailField label={t("kind.project")}>
      <ProjectLink id={project.id} search={{ view: "register", register: kind }}>
        {project.title}
      </ProjectLink>
    </RailField>
  );
}
