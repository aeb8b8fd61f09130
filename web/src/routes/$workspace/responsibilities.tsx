import { createFileRoute } from "@tanstack/react-router";
import { ResponsibilitiesPage } from "@/features/roadmap/responsibilities/ResponsibilitiesPage";

export const Route = createFileRoute("/$workspace/responsibilities")({
  component: ResponsibilitiesPage,
});
