import { createFileRoute } from "@tanstack/react-router";
import { ObjectPage } from "@/features/core/ObjectPage";

export const Route = createFileRoute("/$workspace/o/$kind/$key")({ component: Page });

function Page() {
  const { kind, key } = Route.useParams();
  return <ObjectPage kind={kind} objectKey={key} />;
}
