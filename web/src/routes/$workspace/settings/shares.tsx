import { createFileRoute } from "@tanstack/react-router";
import { SharesPage } from "@/features/reporting/SharesPage";

export const Route = createFileRoute("/$workspace/settings/shares")({ component: SharesPage });
