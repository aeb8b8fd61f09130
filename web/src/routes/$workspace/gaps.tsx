import { createFileRoute } from "@tanstack/react-router";
import { GapsPage } from "@/features/throughline/GapsPage";

export const Route = createFileRoute("/$workspace/gaps")({ component: GapsPage });
