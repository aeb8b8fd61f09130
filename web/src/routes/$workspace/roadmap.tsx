import { createFileRoute } from "@tanstack/react-router";
import { RoadmapPage } from "@/features/roadmap/RoadmapPage";
import { readRoadmapView } from "@/features/roadmap/view";

export const Route = createFileRoute("/$workspace/roadmap")({
  validateSearch: readRoadmapView,
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <RoadmapPage
      view={Route.useSearch()}
      onView={(change) =>
        void navigate({ search: (before) => ({ ...before, ...change }), replace: !change.view })
      }
    />
  );
}
