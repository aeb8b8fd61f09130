import { createFileRoute } from "@tanstack/react-router";
import { TemplatesPage } from "@/features/scheduling/templates/TemplatesPage";

export const Route = createFileRoute("/$workspace/projects/templates")({
  component: TemplatesPage,
});
