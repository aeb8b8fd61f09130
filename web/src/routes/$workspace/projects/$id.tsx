import { createFileRoute } from "@tanstack/react-router";
import { ProjectPage } from "@/features/scheduling/ProjectPage";
import { readPlanView } from "@/features/scheduling/view";

export const Route = createFileRoute("/$workspace/projects/$id")({
  validateSearch: readPlanView,
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  const { view = "gantt", zoom, row } = Route.useSearch();
  return (
    <ProjectPage
      id={Route.useParams().id}
      view={{ view, zoom, row }}
      onView={(change) =>
        void navigate({
          search: (before) => ({ ...before, ...change }),
          replace: !change.view,
          resetScroll: false,
        })
      }
    />
  );
}
