import { createFileRoute } from "@tanstack/react-router";
import { DiscoverPage } from "@/features/research/DiscoverPage";
import { readDiscover } from "@/features/research/discover";

export const Route = createFileRoute("/$workspace/discover")({
  validateSearch: readDiscover,
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <DiscoverPage
      view={Route.useSearch()}
      onView={(next, replace = true) =>
        void navigate({ search: (before) => ({ ...before, ...next }), replace, resetScroll: false })
      }
    />
  );
}
