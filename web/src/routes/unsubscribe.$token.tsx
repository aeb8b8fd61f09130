import { createFileRoute } from "@tanstack/react-router";
import { UnsubscribePage } from "@/features/reporting/public/UnsubscribePage";

export const Route = createFileRoute("/unsubscribe/$token")({ component: Page });

function Page() {
  return <UnsubscribePage token={Route.useParams().token} />;
}
