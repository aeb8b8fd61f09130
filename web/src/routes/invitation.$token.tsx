import { createFileRoute } from "@tanstack/react-router";
import { InvitationPage } from "@/features/accounts/InvitationPage";

export const Route = createFileRoute("/invitation/$token")({ component: Page });

function Page() {
  return <InvitationPage token={Route.useParams().token} />;
}
