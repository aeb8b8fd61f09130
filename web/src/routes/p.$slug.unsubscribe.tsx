import { createFileRoute } from "@tanstack/react-router";
import { LeavePage } from "@/features/portal/public/LeavePage";

export const Route = createFileRoute("/p/$slug/unsubscribe")({
  validateSearch: ({ key }: Record<string, unknown>): { key?: string } => ({
    key: typeof key === "string" ? key : undefined,
  }),
  component: Page,
});

function Page() {
  return <LeavePage slug={Route.useParams().slug} leavingKey={Route.useSearch().key ?? ""} />;
}
