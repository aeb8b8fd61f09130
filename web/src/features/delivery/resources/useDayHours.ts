import { useQuery } from "@tanstack/react-query";
import { dayHours } from "@/features/core/dayHours";
import { projectQuery } from "../delivery";
import { calendarsQuery } from "./resources";

/** When work begins and ends on a day of a project, by its calendar. */
export function useDayHours(projectId: string) {
  const { data: project } = useQuery({ ...projectQuery(projectId), enabled: projectId !== "" });
  const { data: calendars } = useQuery({ ...calendarsQuery(projectId), enabled: projectId !== "" });
  const found = calendars?.find(({ id }) => id === project?.calendar_id);
  // Days that a rule picks are no span of days.
  const exceptions = found?.exceptions.filter(({ rule }) => !rule) ?? [];
  const calendar = found && {
    week: found.week,
    weeks: found.weeks,
    exceptions: exceptions.map((one) => ({ ...one, intervals: one.intervals ?? [] })),
  };
  return (day: string) => dayHours(calendar, day);
}
