import { createFileRoute } from "@tanstack/react-router";
import { SharesTabs } from "@/features/reporting/SharesTabs";
import { SHARE_TABS, type ShareTab } from "@/features/reporting/shares";

export const Route = createFileRoute("/$workspace/settings/shares")({
  validateSearch: (search: Record<string, unknown>): { tab?: ShareTab } => ({
    tab: SHARE_TABS.find((each) => each === search.tab),
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <SharesTabs
      tab={Route.useSearch().tab ?? "links"}
      onTab={(tab) =>
        // Another list has other fields: what was filtered for does not fit it.
        void navigate({ search: (before) => ({ ...before, tab, list: undefined }), replace: true })
      }
    />
  );
}
