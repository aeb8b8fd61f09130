import { createFileRoute } from "@tanstack/react-router";
import { MissingPage } from "@/app/MissingPage";
import { ObjectPage } from "@/features/core/ObjectPage";

export const Route = createFileRoute("/$workspace/o/$kind/$key")({
  component: Page,
  notFoundComponent: () => <MissingPage />,
});

function Page() {
  const { kind, key } = Route.useParams();
  return <ObjectPage kind={kind} objectKey={key} />;
}
