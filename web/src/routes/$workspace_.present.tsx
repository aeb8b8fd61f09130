import { createFileRoute } from "@tanstack/react-router";
import { sessionInside } from "@/app/guard";
import { PresentPage } from "@/features/reporting/present/PresentPage";
import { readField } from "@/features/roadmap/view";

interface Search {
  product?: string;
  audience?: string;
  colour?: string;
  at?: number;
}

/** Beside the shell, not in it: on the wall there is nothing but the roadmap. */
export const Route = createFileRoute("/$workspace_/present")({
  validateSearch: ({ product, audience, colour, at }: Record<string, unknown>): Search => ({
    product: typeof product === "string" ? product : undefined,
    audience: typeof audience === "string" ? audience : undefined,
    colour: typeof colour === "string" ? colour : undefined,
    at: Number(at) > 0 ? Math.trunc(Number(at)) : undefined,
  }),
  beforeLoad: ({ context, location }) => sessionInside(context.queryClient, location.href),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  const { workspace } = Route.useParams();
  const { product, audience, colour, at = 0 } = Route.useSearch();
  return (
    <PresentPage
      audienceId={audience}
      colour={colour}
      at={at}
      onAt={(next) =>
        void navigate({
          search: { product, audience, colour, at: next || undefined },
          replace: true,
        })
      }
      onClose={() =>
        void navigate({
          to: "/$workspace/roadmap",
          params: { workspace },
          search: { product, colour: readField(colour) },
        })
      }
    />
  );
}
