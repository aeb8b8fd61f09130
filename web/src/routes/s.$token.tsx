import { createFileRoute } from "@tanstack/react-router";
import { SharePage } from "@/features/reporting/public/SharePage";

export const Route = createFileRoute("/s/$token")({
  validateSearch: ({ view, at }: Record<string, unknown>): { view?: "table"; at?: number } => ({
    view: view === "table" ? "table" : undefined,
    at: at !== undefined && Number(at) >= 0 ? Math.trunc(Number(at)) : undefined,
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  const { view = "chart", at } = Route.useSearch();
  return (
    <SharePage
      token={Route.useParams().token}
      view={view}
      onView={(next) =>
        void navigate({ search: { view: next === "table" ? "table" : undefined }, replace: true })
      }
      at={at}
      onAt={(next) =>
        void navigate({
          search: (before) => ({ ...before, at: next }),
          // Stepping on is no new page; beginning and ending are, so that "back" ends it too.
          replace: at !== undefined && next !== undefined,
        })
      }
    />
  );
}
