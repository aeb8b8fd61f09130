import {
  IconAtom,
  IconBox,
  IconBriefcase,
  IconBulb,
  IconChecklist,
  IconEye,
  IconFileText,
  IconGauge,
  IconLayoutRows,
  IconMessage2,
  IconPackage,
  IconRocket,
  IconTargetArrow,
  IconUserHeart,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Kind } from "@/api/types";

const ICON: Record<Kind, TablerIcon> = {
  product: IconPackage,
  customer: IconUserHeart,
  insight: IconMessage2,
  opportunity: IconAtom,
  idea: IconBulb,
  vision: IconEye,
  objective: IconTargetArrow,
  key_result: IconGauge,
  lane: IconLayoutRows,
  initiative: IconRocket,
  charter: IconFileText,
  project: IconBriefcase,
  work_item: IconChecklist,
};

export function iconOf(kind: string): TablerIcon {
  return isKind(kind) ? ICON[kind] : IconBox;
}

export function isKind(kind: string): kind is Kind {
  return Object.hasOwn(ICON, kind);
}

/** The word for a kind, in the person's language. */
export function useKindWord(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => (isKind(kind) ? t(`kind.${kind}`) : kind);
}
