import { createFileRoute } from "@tanstack/react-router";
import { SearchPage } from "@/features/core/SearchPage";

export interface SearchSearch {
  q?: string;
}

export const Route = createFileRoute("/$workspace/search")({
  validateSearch: ({ q }: Record<string, unknown>): SearchSearch => ({
    q: typeof q === "string" && q !== "" ? q : undefined,
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <SearchPage
      q={Route.useSearch().q ?? ""}
      onSearch={(q) => void navigate({ search: (before) => ({ ...before, q }), replace: true })}
    />
  );
}
