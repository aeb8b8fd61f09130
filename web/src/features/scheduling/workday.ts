import type { Workday } from "@/timeline/types";
import type { Plan } from "./plan";

/** How long a day and a week of a project are, for durations that people write. */
export const workdayOf = (project: Plan["project"]): Workday => ({
  minutesPerDay: project.minutes_per_day,
  daysPerWeek: project.minutes_per_week / project.minutes_per_day,
});
