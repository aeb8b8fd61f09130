import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { projectQuery } from "@/features/delivery/delivery";
import { PageBody } from "@/ui/PageBody";
import type { PartProps } from "@/ui/shell/parts";
import { Register } from "./Register";
import { readRegisterView } from "./view";

/** The register of one project, as a view of its page. */
export default function ProjectRegister({ id }: PartProps) {
  const navigate = useNavigate();
  const { register = "risk" } = readRegisterView(useSearch({ strict: false }));
  const { data: project } = useQuery(projectQuery(id));
  return (
    <PageBody>
      <Register
        projectId={id}
        kind={register}
        onKind={(kind) =>
          void navigate({
            to: ".",
            search: (before) => ({ ...before, register: kind, list: undefined }),
            replace: true,
          })
        }
        canAdd={project?.can.contribute === true && project.archived_at === null}
      />
    </PageBody>
  );
}
