import { createFileRoute } from "@tanstack/react-router";
import { InboxPage } from "@/features/core/InboxPage";
import { INBOX_TABS, type InboxTab } from "@/features/core/inbox";

export const Route = createFileRoute("/$workspace/inbox")({
  validateSearch: ({ tab }: Record<string, unknown>): { tab?: InboxTab } => ({
    tab: INBOX_TABS.find((known) => known === tab && known !== "mine"),
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <InboxPage
      tab={Route.useSearch().tab ?? "mine"}
      onTab={(tab) =>
        void navigate({
          search: (before) => ({
            ...before,
            tab: tab === "mine" ? undefined : tab,
            list: undefined,
          }),
          replace: true,
        })
      }
    />
  );
}
