import { createFileRoute } from "@tanstack/react-router";
import { EveryListPage } from "@/features/core/list/EveryListPage";
import { EVERY_LIST, type EveryList } from "@/features/core/list/everyList";

export const Route = createFileRoute("/$workspace/settings/lists")({
  validateSearch: (search: Record<string, unknown>): { kind?: EveryList } => ({
    kind: EVERY_LIST.find((each) => each === search.kind),
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <EveryListPage
      kind={Route.useSearch().kind ?? EVERY_LIST[0]}
      onKind={(kind) =>
        // Another kind has other fields: what was filtered for does not fit it.
        void navigate({ search: (before) => ({ ...before, kind, list: undefined }), replace: true })
      }
    />
  );
}
