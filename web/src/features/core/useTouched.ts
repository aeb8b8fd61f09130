import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Touch } from "@/api/types";
import { useFigures } from "@/ui/words/figures";

/** What of an object a change edited, and by which days it moved, in words. */
export function useTouched(): (touch: Touch) => string[] {
  const { t } = useTranslation();
  const figures = useFigures();
  return useCallback(
    ({ parts, start, finish }) => {
      const days = ([was, now]: readonly [string, string]) => ({
        was: figures.date(was),
        now: figures.date(now),
      });
      const words = parts.map((part) => t(`activity.part.${part}` as "activity.part.owner"));
      if (start) words.push(t("activity.startMoved", days(start)));
      if (finish) words.push(t("activity.finishMoved", days(finish)));
      return words;
    },
    [t, figures],
  );
}
