import { createFileRoute, redirect } from "@tanstack/react-router";
import { sessionOrSignIn } from "@/app/guard";

export const Route = createFileRoute("/")({
  beforeLoad: async ({ context, location }) => {
    const { workspace } = await sessionOrSignIn(context.queryClient, location.href);
    throw redirect({ to: "/$workspace/home", params: { workspace: workspace.slug } });
  },
});
