import { createFileRoute } from "@tanstack/react-router";
import { ProjectsPage } from "@/features/delivery/ProjectsPage";
import { ProgrammePage, type ProgrammeView } from "@/features/scheduling/programme/ProgrammePage";

interface Search extends ProgrammeView {
  view?: "timeline";
}

export const Route = createFileRoute("/$workspace/projects/")({
  validateSearch: ({ view, zoom, table }: Record<string, unknown>): Search => ({
    view: view === "timeline" ? view : undefined,
    zoom: zoom === undefined ? undefined : String(zoom),
    table: table === true || undefined,
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  const search = Route.useSearch();
  const show = (change: Partial<Search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return search.view === "timeline" ? (
    <ProgrammePage view={search} onView={show} />
  ) : (
    <ProjectsPage />
  );
}
