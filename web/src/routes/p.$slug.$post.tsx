import { createFileRoute } from "@tanstack/react-router";
import { PortalFrame } from "@/features/portal/public/PortalFrame";
import { PostPage } from "@/features/portal/public/PostPage";

export const Route = createFileRoute("/p/$slug/$post")({ component: Page });

function Page() {
  const { slug, post } = Route.useParams();
  return (
    <PortalFrame slug={slug} onKeyUsed={() => undefined}>
      {(portal) => <PostPage portal={portal} id={post} />}
    </PortalFrame>
  );
}
