import { createFileRoute } from "@tanstack/react-router";
import { PortfolioPage } from "@/features/roadmap/PortfolioPage";

export const Route = createFileRoute("/$workspace/portfolio")({
  validateSearch: ({ zoom }: Record<string, unknown>): { zoom?: string } => ({
    zoom: zoom === undefined ? undefined : String(zoom),
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <PortfolioPage
      zoom={Route.useSearch().zoom}
      onZoom={(zoom) => void navigate({ search: (before) => ({ ...before, zoom }), replace: true })}
    />
  );
}
