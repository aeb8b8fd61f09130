import { useLocale } from "@/features/core/useLocale";
import { durationText } from "@/timeline/grid/durations";

/** Working minutes as "3d" or "4h". */
export function useDurationText(): (minutes: number) => string {
  const locale = useLocale();
  return (minutes) => durationText(minutes, undefined, undefined, locale);
}
