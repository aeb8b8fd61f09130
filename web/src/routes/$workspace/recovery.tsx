import { createFileRoute } from "@tanstack/react-router";
import { RecoveryPage } from "@/features/scheduling/recovery/RecoveryPage";
import { readRecoveryView } from "@/features/scheduling/recovery/recovery";

export const Route = createFileRoute("/$workspace/recovery")({
  validateSearch: readRecoveryView,
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <RecoveryPage
      view={Route.useSearch()}
      onView={(view) => void navigate({ search: () => view, replace: view.id === undefined })}
    />
  );
}
