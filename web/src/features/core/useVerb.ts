import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** The server's verb as a past-tense word; a verb we have no word for reads as it is. */
export function useVerb(): (verb: string) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (verb) =>
      i18n.exists(`verb.${verb}`) ? t(`verb.${verb}` as "verb.edited") : verb.replaceAll("_", " "),
    [t, i18n],
  );
}
