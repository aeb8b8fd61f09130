import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ObjectRef } from "@/api/types";
import { RailField } from "@/ui/RailField";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import type { LineKind } from "./types";

interface Props {
  project: ObjectRef;
  kind: LineKind;
}

/** The project that a line belongs to, a way to its register. */
export function ProjectField({ project, kind }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return (
    <RailField label={t("kind.project")}>
      <Anchor
        fz="sm"
        renderRoot={(props) => (
          <Link
            {...props}
            to="/$workspace/projects/$id"
            params={{ workspace, id: project.id }}
            search={{ view: "register", register: kind }}
          />
        )}
      >
        {project.title}
      </Anchor>
    </RailField>
  );
}
