import { createFileRoute } from "@tanstack/react-router";
import { SessionsPage } from "@/features/accounts/SessionsPage";

export const Route = createFileRoute("/$workspace/settings/sessions")({ component: SessionsPage });
