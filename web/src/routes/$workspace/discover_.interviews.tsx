import { createFileRoute } from "@tanstack/react-router";
import { InterviewsPage, WITHIN } from "@/features/research/InterviewsPage";

export const Route = createFileRoute("/$workspace/discover_/interviews")({
  validateSearch: (search: Record<string, unknown>): { within?: number } => ({
    within: WITHIN.find((days) => days === search.within),
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <InterviewsPage
      within={Route.useSearch().within ?? 90}
      onWithin={(within) => void navigate({ search: (before) => ({ ...before, within }) })}
    />
  );
}
