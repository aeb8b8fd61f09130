import { createFileRoute } from "@tanstack/react-router";
import { StrategyPage } from "@/features/strategy/StrategyPage";
import { readStrategy } from "@/features/strategy/view";

export const Route = createFileRoute("/$workspace/strategy")({
  validateSearch: readStrategy,
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <StrategyPage
      view={Route.useSearch()}
      onView={(next) =>
        void navigate({ search: (before) => ({ ...before, ...next }), resetScroll: false })
      }
    />
  );
}
