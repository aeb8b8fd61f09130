import { createFileRoute } from "@tanstack/react-router";
import { LaunchesPage } from "@/features/roadmap/LaunchesPage";

export const Route = createFileRoute("/$workspace/launches")({ component: LaunchesPage });
