import { useTranslation } from "react-i18next";
import { useLinkSentence } from "@/features/links/useLinkSentence";

/** Steps that are no links: an outline inside one kind, and an objective's measures. */
const INSIDE = {
  "is part of": "isPartOf",
  measures: "measures",
  contains: "contains",
  "is assumed by": "isAssumedBy",
  tests: "tests",
  confirms: "confirms",
  refutes: "refutes",
} as const;

/** The words on a step, read from its source or from its target. */
export function useEdgeWord(): (type: string, fromSource: boolean) => string {
  const { t } = useTranslation();
  const sentence = useLinkSentence();
  return (type, fromSource) => {
    const inside = INSIDE[type as keyof typeof INSIDE];
    const way = fromSource ? "forward" : "backward";
    return inside ? t(`throughline.${way}.${inside}`) : sentence(type, way);
  };
}
