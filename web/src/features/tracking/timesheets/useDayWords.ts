import { useLocale } from "@/features/core/useLocale";
import { momentOf } from "@/ui/words/figures";

/** Days of the week as this person's locale names them. */
export function useDayWords() {
  const locale = useLocale();
  const word = (options: Intl.DateTimeFormatOptions) => (day: string) =>
    new Intl.DateTimeFormat(locale, options).format(momentOf(day));
  return {
    short: word({ weekday: "short" }),
    long: word({ weekday: "long" }),
    day: word({ day: "numeric", month: "short" }),
  };
}
