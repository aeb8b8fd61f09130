import { createFileRoute } from "@tanstack/react-router";
import { NotificationsPage } from "@/features/reporting/notifications/NotificationsPage";

export const Route = createFileRoute("/$workspace/settings/notifications")({
  component: NotificationsPage,
});
