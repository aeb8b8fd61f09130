import { createFileRoute, redirect } from "@tanstack/react-router";
import { sessionOrSignIn } from "@/app/guard";
import { NoWorkspacePage } from "@/features/accounts/NoWorkspacePage";

export const Route = createFileRoute("/")({
  beforeLoad: async ({ context, location }) => {
    const { workspace } = await sessionOrSignIn(context.queryClient, location.href);
    if (!workspace) return;
    throw redirect({ to: "/$workspace/home", params: { workspace: workspace.slug } });
  },
  component: NoWorkspacePage,
});
