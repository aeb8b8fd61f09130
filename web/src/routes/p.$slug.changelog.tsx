import { createFileRoute } from "@tanstack/react-router";
import { NewsPage } from "@/features/portal/public/NewsPage";
import { PortalFrame } from "@/features/portal/public/PortalFrame";
import { readWanted } from "@/features/portal/public/wishes";

export const Route = createFileRoute("/p/$slug/changelog")({
  validateSearch: (search: Record<string, unknown>): { page?: number } => ({
    page: readWanted(search).page,
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  const { page = 0 } = Route.useSearch();
  return (
    <PortalFrame slug={Route.useParams().slug} onKeyUsed={() => undefined}>
      {(portal) => (
        <NewsPage
          portal={portal}
          page={page}
          onPage={(next) => void navigate({ search: { page: next } })}
        />
      )}
    </PortalFrame>
  );
}
