import { createFileRoute } from "@tanstack/react-router";
import { SharePage } from "@/features/reporting/public/SharePage";

export const Route = createFileRoute("/s/$token")({
  validateSearch: ({ view }: Record<string, unknown>): { view?: "table" } => ({
    view: view === "table" ? "table" : undefined,
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <SharePage
      token={Route.useParams().token}
      view={Route.useSearch().view ?? "chart"}
      onView={(view) =>
        void navigate({ search: { view: view === "table" ? "table" : undefined }, replace: true })
      }
    />
  );
}
