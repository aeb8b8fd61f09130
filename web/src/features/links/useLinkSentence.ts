import { useTranslation } from "react-i18next";
import { type Direction, isVerb } from "./linkTypes";

/** A link's type as words, read from one end or the other; a type we have no word for reads as it is. */
export function useLinkSentence(): (type: string, direction: Direction) => string {
  const { t } = useTranslation();
  return (type, direction) => (isVerb(type) ? t(`links.${direction}.${type}`) : type);
}
