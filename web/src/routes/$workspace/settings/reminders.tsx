import { createFileRoute } from "@tanstack/react-router";
import { RemindersPage } from "@/features/reporting/reminders/RemindersPage";

export const Route = createFileRoute("/$workspace/settings/reminders")({
  component: RemindersPage,
});
