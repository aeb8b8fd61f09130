import { createFileRoute } from "@tanstack/react-router";
import { SearchPage } from "@/features/core/SearchPage";

export interface SearchSearch {
  q?: string;
  kind?: string;
}

export const Route = createFileRoute("/$workspace/search")({
  validateSearch: ({ q, kind }: Record<string, unknown>): SearchSearch => ({
    q: typeof q === "string" && q !== "" ? q : undefined,
    kind: typeof kind === "string" && kind !== "" ? kind : undefined,
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  const { q = "", kind = "" } = Route.useSearch();
  const set = (change: SearchSearch) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <SearchPage
      q={q}
      kind={kind}
      onSearch={(next) => set({ q: next || undefined })}
      onKind={(next) => set({ kind: next || undefined })}
    />
  );
}
