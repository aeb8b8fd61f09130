import { useLocale } from "@/features/core/useLocale";
import { momentOf } from "@/ui/words/figures";
import type { By } from "./periods";

const FORMAT: Record<By, Intl.DateTimeFormatOptions> = {
  day: { weekday: "short", day: "numeric" },
  week: { day: "numeric", month: "short" },
  month: { month: "short", year: "2-digit" },
};

/** A column's head in this person's locale. */
export function usePeriodWords(by: By): (first: string) => string {
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, FORMAT[by]);
  return (first) => format.format(momentOf(first));
}
