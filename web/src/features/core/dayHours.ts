import { minuteOf } from "@/timeline/geometry/time";
import { hoursOf, type WorkCalendar } from "./workingTime";

const LAST_MINUTE = 1439;

/** When work begins and ends on a day, as HH:MM; on a day off from eight to five. */
export function dayHours(calendar: WorkCalendar | undefined, day: string) {
  const hours = hoursOf(calendar)(minuteOf(day));
  return {
    start: hourText(hours[0]?.[0] ?? 480),
    finish: hourText(Math.min(hours.at(-1)?.[1] ?? 1020, LAST_MINUTE)),
  };
}

function hourText(minute: number): string {
  const two = (figure: number) => String(figure).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
