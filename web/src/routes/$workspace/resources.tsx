import { createFileRoute } from "@tanstack/react-router";
import { ResourcesPage } from "@/features/scheduling/load/ResourcesPage";
import { readResourcesView } from "@/features/scheduling/load/view";

export const Route = createFileRoute("/$workspace/resources")({
  validateSearch: readResourcesView,
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  const view = Route.useSearch();
  return (
    <ResourcesPage
      view={view}
      onView={(change) =>
        void navigate({
          search: (before) => ({ ...before, ...change }),
          replace: change.tab === undefined,
          resetScroll: false,
        })
      }
    />
  );
}
