import { createFileRoute } from "@tanstack/react-router";
import { ImportPage } from "@/features/research/imports/ImportPage";

export const Route = createFileRoute("/$workspace/discover_/import")({
  validateSearch: (search: Record<string, unknown>): { import?: string } => ({
    import: typeof search.import === "string" ? search.import : undefined,
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <ImportPage
      importId={Route.useSearch().import}
      onImport={(id) => void navigate({ search: (before) => ({ ...before, import: id }) })}
    />
  );
}
