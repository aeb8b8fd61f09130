import { createFileRoute } from "@tanstack/react-router";
import { ProjectsPage, type ProjectsSearch } from "@/features/delivery/ProjectsPage";

export const Route = createFileRoute("/$workspace/projects/")({
  validateSearch: ({ archived, sort }: Record<string, unknown>): ProjectsSearch => ({
    archived: archived === true || undefined,
    sort: typeof sort === "string" && sort !== "" ? sort : undefined,
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <ProjectsPage
      search={Route.useSearch()}
      onSearch={(change) =>
        void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
      }
    />
  );
}
