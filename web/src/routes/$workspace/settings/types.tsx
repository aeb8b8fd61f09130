import { createFileRoute } from "@tanstack/react-router";
import { TypesPage } from "@/features/core/types/TypesPage";

export const Route = createFileRoute("/$workspace/settings/types")({ component: TypesPage });
