import { useTranslation } from "react-i18next";
import { useLocale } from "@/features/core/useLocale";
import { periodText } from "./period";

/** A period in this person's words. */
export function usePeriodText(): (period: string) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  return (period) => periodText(period, locale) ?? (period || t("objective.noPeriod"));
}
