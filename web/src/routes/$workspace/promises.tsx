import { createFileRoute } from "@tanstack/react-router";
import { PromisesPage } from "@/features/roadmap/PromisesPage";
import { readPromisesView } from "@/features/roadmap/promises";

export const Route = createFileRoute("/$workspace/promises")({
  validateSearch: readPromisesView,
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  const { tab, state, q, endangered } = Route.useSearch();
  return (
    <PromisesPage
      view={{ tab, state, q, endangered }}
      onView={(change) =>
        void navigate({
          search: (before) => ({
            ...before,
            ...change,
            ...("tab" in change && { list: undefined }),
          }),
          replace: true,
        })
      }
    />
  );
}
