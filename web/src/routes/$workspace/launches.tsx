import { createFileRoute } from "@tanstack/react-router";
import { LaunchesPage } from "@/features/roadmap/LaunchesPage";
import { LAUNCH_TABS, type LaunchTab } from "@/features/roadmap/launches";

export const Route = createFileRoute("/$workspace/launches")({
  validateSearch: (search: Record<string, unknown>): { tab?: LaunchTab } => ({
    tab: LAUNCH_TABS.find((each) => each === search.tab),
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <LaunchesPage
      tab={Route.useSearch().tab ?? "cards"}
      onTab={(tab) =>
        // Another list has other fields: what was filtered for does not fit it.
        void navigate({ search: (before) => ({ ...before, tab, list: undefined }), replace: true })
      }
    />
  );
}
