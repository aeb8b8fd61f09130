import { createFileRoute } from "@tanstack/react-router";
import { readTimesheetView } from "@/features/tracking/timesheets/sheets";
import { TimesheetPage } from "@/features/tracking/timesheets/TimesheetPage";

export const Route = createFileRoute("/$workspace/timesheet")({
  validateSearch: readTimesheetView,
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  const { tab, week, who, also } = Route.useSearch();
  return (
    <TimesheetPage
      view={{ tab, week, who, also }}
      onView={(change) =>
        void navigate({
          search: (before) => ({
            ...before,
            ...change,
            ...("tab" in change && { list: undefined }),
          }),
          resetScroll: false,
        })
      }
    />
  );
}
