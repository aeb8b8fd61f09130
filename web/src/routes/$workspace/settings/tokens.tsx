import { createFileRoute } from "@tanstack/react-router";
import { TokensPage } from "@/features/accounts/tokens/TokensPage";

export const Route = createFileRoute("/$workspace/settings/tokens")({ component: TokensPage });
