import { createFileRoute } from "@tanstack/react-router";
import { ResponsibilitiesPage } from "@/features/roadmap/responsibilities/ResponsibilitiesPage";
import {
  asView,
  type ResponsibilityView,
} from "@/features/roadmap/responsibilities/responsibilities";

export const Route = createFileRoute("/$workspace/responsibilities")({
  validateSearch: ({ view, of }: Record<string, unknown>): Partial<ResponsibilityView> => ({
    view: asView(view) === "matrix" ? "matrix" : undefined,
    of: typeof of === "string" ? of : undefined,
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  const { view, of } = Route.useSearch();
  return (
    <ResponsibilitiesPage
      view={{ view: asView(view), of }}
      onView={(next) =>
        void navigate({
          search: (before) => ({
            ...before,
            view: next.view === "matrix" ? "matrix" : undefined,
            of: next.of,
          }),
          replace: true,
        })
      }
    />
  );
}
