import { createFileRoute } from "@tanstack/react-router";
import { SetupPage } from "@/features/accounts/SetupPage";

export const Route = createFileRoute("/setup")({
  validateSearch: ({ token }: Record<string, unknown>): { token?: string } => ({
    token: token === undefined ? undefined : String(token),
  }),
  component: Page,
});

function Page() {
  return <SetupPage token={Route.useSearch().token ?? ""} />;
}
