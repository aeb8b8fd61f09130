import { createFileRoute, retainSearchParams } from "@tanstack/react-router";
import { sessionInside } from "@/app/guard";
import { WorkspacePage } from "@/app/shell/WorkspacePage";
import { readShellSearch } from "@/ui/shell/search";

export const Route = createFileRoute("/$workspace")({
  validateSearch: readShellSearch,
  search: { middlewares: [retainSearchParams(["product"])] },
  beforeLoad: ({ context, location }) => sessionInside(context.queryClient, location.href),
  component: WorkspacePage,
});
