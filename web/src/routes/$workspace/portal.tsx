import { createFileRoute } from "@tanstack/react-router";
import { PortalPage } from "@/features/portal/members/PortalPage";
import { TABS, type Tab } from "@/features/portal/members/portals";

export const Route = createFileRoute("/$workspace/portal")({
  validateSearch: ({ tab }: Record<string, unknown>): { tab?: Tab } => ({
    tab: TABS.find((known) => known === tab && known !== "waiting"),
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <PortalPage
      tab={Route.useSearch().tab ?? "waiting"}
      onTab={(tab) =>
        void navigate({
          search: (before) => ({
            ...before,
            tab: tab === "waiting" ? undefined : tab,
            list: undefined,
          }),
        })
      }
    />
  );
}
