import { createFileRoute } from "@tanstack/react-router";
import { StatusWallPage } from "@/features/reporting/status/wall/StatusWallPage";
import { readWallView } from "@/features/reporting/status/wall/wall";

export const Route = createFileRoute("/$workspace/status")({
  validateSearch: readWallView,
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <StatusWallPage
      view={Route.useSearch()}
      onView={(change) =>
        void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
      }
    />
  );
}
