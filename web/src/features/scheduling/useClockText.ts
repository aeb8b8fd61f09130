import { useLocale } from "@/features/core/useLocale";
import { durationText } from "@/timeline/grid/durations";

const CLOCK = { minutesPerDay: 1440, daysPerWeek: 7 };

/** Minutes of the clock as days of 24 hours, "2d", or hours. */
export function useClockText(): (minutes: number) => string {
  const locale = useLocale();
  return (minutes) => durationText(minutes, CLOCK, undefined, locale);
}
