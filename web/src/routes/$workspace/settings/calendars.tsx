import { createFileRoute } from "@tanstack/react-router";
import { CalendarsPage } from "@/features/reporting/feeds/CalendarsPage";

export const Route = createFileRoute("/$workspace/settings/calendars")({
  component: CalendarsPage,
});
