import {
  IconAlertTriangle,
  IconArrowsJoin,
  IconArrowsSplit2,
  IconAtom,
  IconBox,
  IconBriefcase,
  IconBulb,
  IconCalendarTime,
  IconCamera,
  IconChecklist,
  IconColumns3,
  IconExclamationCircle,
  IconEye,
  IconFileText,
  IconFlag,
  IconFlask,
  IconGauge,
  IconGavel,
  IconGitPullRequest,
  IconHammer,
  IconHeartHandshake,
  IconHelpHexagon,
  IconLayoutBoard,
  IconLayoutRows,
  IconListNumbers,
  IconMessage2,
  IconMessages,
  IconNews,
  IconPackage,
  IconQuestionMark,
  IconQuote,
  IconRepeat,
  IconReportAnalytics,
  IconRocket,
  IconRuler2,
  IconSchool,
  IconSpeakerphone,
  IconSwords,
  IconTargetArrow,
  IconThumbUp,
  IconUserHeart,
  IconUserScan,
  IconUsers,
  IconUsersGroup,
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
  assumption: IconQuestionMark,
  experiment: IconFlask,
  persona: IconUserScan,
  job_to_be_done: IconHammer,
  competitor: IconSwords,
  criterion: IconRuler2,
  vision: IconEye,
  canvas: IconLayoutBoard,
  statement: IconQuote,
  theme: IconColumns3,
  objective: IconTargetArrow,
  key_result: IconGauge,
  scorecard: IconListNumbers,
  stakeholder: IconUsersGroup,
  lane: IconLayoutRows,
  initiative: IconRocket,
  charter: IconFileText,
  project: IconBriefcase,
  work_item: IconChecklist,
  baseline: IconCamera,
  scenario: IconArrowsSplit2,
  change_request: IconGitPullRequest,
  status_report: IconReportAnalytics,
  resource: IconUsers,
  calendar: IconCalendarTime,
  iteration: IconRepeat,
  milestone: IconFlag,
  promise: IconHeartHandshake,
  launch: IconSpeakerphone,
  portal: IconMessages,
  post: IconThumbUp,
  changelog_entry: IconNews,
  risk: IconAlertTriangle,
  issue: IconExclamationCircle,
  project_assumption: IconHelpHexagon,
  outside_dependency: IconArrowsJoin,
  decision: IconGavel,
  lesson: IconSchool,
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
