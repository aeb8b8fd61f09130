import { createFileRoute } from "@tanstack/react-router";
import { LevellingPage } from "@/features/scheduling/levelling/LevellingPage";
import { readLevellingView } from "@/features/scheduling/levelling/levelling";

export const Route = createFileRoute("/$workspace/levelling")({
  validateSearch: readLevellingView,
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  const { projects, id } = Route.useSearch();
  return (
    <LevellingPage
      view={{ projects, id }}
      onView={(view) => void navigate({ search: () => view, replace: view.id === undefined })}
    />
  );
}
