import { createFileRoute } from "@tanstack/react-router";
import { PromisesPage } from "@/features/roadmap/PromisesPage";
import { readPromisesView } from "@/features/roadmap/promises";

export const Route = createFileRoute("/$workspace/promises")({
  validateSearch: readPromisesView,
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  const { state, q, endangered } = Route.useSearch();
  return (
    <PromisesPage
      view={{ state, q, endangered }}
      onView={(change) =>
        void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
      }
    />
  );
}
