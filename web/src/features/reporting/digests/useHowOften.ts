import { useTranslation } from "react-i18next";
import { useLocale } from "@/features/core/useLocale";
import type { Digest } from "./digests";

/** "weekly on Monday": how often a digest goes out. */
export function useHowOften(): (digest: Pick<Digest, "frequency" | "weekday">) => string {
  const { t } = useTranslation();
  const weekday = useWeekday();
  return ({ frequency, weekday: day }) =>
    frequency === "weekly"
      ? t("digest.weeklyOn", { day: weekday(day) })
      : t(`digest.frequencies.${frequency}`);
}

/** The name of a day of the week; Monday is 0. */
export function useWeekday(): (day: number) => string {
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  // The first of January 2024 was a Monday.
  return (day) => format.format(new Date(Date.UTC(2024, 0, 1 + day)));
}
