import { createFileRoute } from "@tanstack/react-router";
import { PortalFrame } from "@/features/portal/public/PortalFrame";
import { PostsPage } from "@/features/portal/public/PostsPage";
import { readWanted, type Wanted } from "@/features/portal/public/wishes";

export const Route = createFileRoute("/p/$slug/")({
  validateSearch: (search: Record<string, unknown>): Wanted & { key?: string } => ({
    ...readWanted(search),
    key: typeof search.key === "string" ? search.key : undefined,
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  const { key, ...wanted } = Route.useSearch();
  return (
    <PortalFrame
      slug={Route.useParams().slug}
      mailedKey={key}
      onKeyUsed={() => void navigate({ search: {}, replace: true })}
    >
      {(portal) => (
        <PostsPage
          portal={portal}
          wanted={wanted}
          onWant={(next) =>
            void navigate({
              search: (before) => readWanted({ ...before, ...next }),
              replace: true,
              resetScroll: false,
            })
          }
        />
      )}
    </PortalFrame>
  );
}
