import { createFileRoute } from "@tanstack/react-router";
import { ProjectsPage } from "@/features/delivery/ProjectsPage";
import { ProgrammePage, type ProgrammeView } from "@/features/scheduling/programme/ProgrammePage";
import { POINTS } from "@/features/scheduling/programme/useProgrammeList";
import { LISTED, type Listed } from "@/features/scheduling/work/view";
import { WorkPage } from "@/features/scheduling/work/WorkPage";

interface Search extends ProgrammeView {
  view?: "timeline" | "work";
  /** What of the work is listed. */
  kind?: Listed;
}

export const Route = createFileRoute("/$workspace/projects/")({
  validateSearch: ({ view, zoom, table, points, kind }: Record<string, unknown>): Search => ({
    view: view === "timeline" || view === "work" ? view : undefined,
    zoom: zoom === undefined ? undefined : String(zoom),
    table: table === true || undefined,
    points: POINTS.find((each) => each === points),
    kind: LISTED.find((each) => each === kind),
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  const search = Route.useSearch();
  const show = (change: Partial<Search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  if (search.view === "timeline") return <ProgrammePage view={search} onView={show} />;
  if (search.view !== "work") return <ProjectsPage />;
  // Another kind has other fields: what was filtered for does not fit it.
  const choose = (kind: Listed) => void navigate({ search: { view: "work", kind }, replace: true });
  return <WorkPage kind={search.kind ?? LISTED[0]} onKind={choose} />;
}
