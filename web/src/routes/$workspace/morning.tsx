import { createFileRoute } from "@tanstack/react-router";
import { MorningPage } from "@/features/reporting/morning/MorningPage";

export const Route = createFileRoute("/$workspace/morning")({ component: MorningPage });
