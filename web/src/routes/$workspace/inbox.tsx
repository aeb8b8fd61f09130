import { createFileRoute } from "@tanstack/react-router";
import { InboxPage } from "@/features/core/InboxPage";

export const Route = createFileRoute("/$workspace/inbox")({ component: InboxPage });
