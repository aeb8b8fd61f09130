import { createFileRoute } from "@tanstack/react-router";
import { sessionInside } from "@/app/guard";
import { PresentPage } from "@/features/reporting/present/PresentPage";

interface Search {
  product?: string;
  audience?: string;
  at?: number;
}

/** Beside the shell, not in it: on the wall there is nothing but the roadmap. */
export const Route = createFileRoute("/$workspace_/present")({
  validateSearch: ({ product, audience, at }: Record<string, unknown>): Search => ({
    product: typeof product === "string" ? product : undefined,
    audience: typeof audience === "string" ? audience : undefined,
    at: Number(at) > 0 ? Math.trunc(Number(at)) : undefined,
  }),
  beforeLoad: ({ context, location }) => sessionInside(context.queryClient, location.href),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  const { workspace } = Route.useParams();
  const { product, audience, at = 0 } = Route.useSearch();
  return (
    <PresentPage
      audienceId={audience}
      at={at}
      onAt={(next) =>
        void navigate({ search: { product, audience, at: next || undefined }, replace: true })
      }
      onClose={() =>
        void navigate({ to: "/$workspace/roadmap", params: { workspace }, search: { product } })
      }
    />
  );
}
