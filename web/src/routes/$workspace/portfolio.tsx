import { createFileRoute } from "@tanstack/react-router";
import { PortfolioPage } from "@/features/roadmap/portfolio/PortfolioPage";
import { BY, COLOURS } from "@/features/roadmap/portfolio/portfolio";
import type { PortfolioView } from "@/features/roadmap/portfolio/usePortfolioList";
import { oneOf } from "@/features/roadmap/view";

export const Route = createFileRoute("/$workspace/portfolio")({
  validateSearch: ({ zoom, by, colour }: Record<string, unknown>): PortfolioView => ({
    zoom: zoom === undefined ? undefined : String(zoom),
    by: oneOf(BY, by),
    colour: oneOf(COLOURS, colour),
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <PortfolioPage
      view={Route.useSearch()}
      onView={(change) =>
        void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
      }
    />
  );
}
