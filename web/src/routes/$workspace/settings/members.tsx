import { createFileRoute } from "@tanstack/react-router";
import { MembersPage } from "@/features/accounts/MembersPage";

export const Route = createFileRoute("/$workspace/settings/members")({ component: MembersPage });
