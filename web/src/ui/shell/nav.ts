import {
  IconAlertTriangle,
  IconBriefcase,
  IconBulb,
  IconChartDots3,
  IconChecklist,
  IconClockHour4,
  IconCoffee,
  IconCompass,
  IconHeartbeat,
  IconHeartHandshake,
  IconHome,
  IconInbox,
  IconMap2,
  IconMessages,
  IconReportAnalytics,
  IconSearch,
  IconSpeakerphone,
  IconTargetArrow,
  IconUnlink,
  IconUserCheck,
  IconUsers,
  type TablerIcon,
} from "@tabler/icons-react";
import type { Perspective } from "@/api/session";

export type NavWord =
  | "home"
  | "inbox"
  | "myWork"
  | "timesheet"
  | "portfolio"
  | "search"
  | "discover"
  | "strategy"
  | "roadmap"
  | "launches"
  | "promises"
  | "portal"
  | "health"
  | "gaps"
  | "projects"
  | "risks"
  | "status"
  | "resources"
  | "responsibilities"
  | "morning";

export interface NavEntry {
  word: NavWord;
  /** Below the workspace: "roadmap" is /$workspace/roadmap. */
  to: string;
  icon: TablerIcon;
  /** The second key after G. */
  key: string;
  belongs: "both" | Perspective;
}

/**
 * The whole navigation. An entry appears once its route exists in src/routes, so a page that is
 * not built yet is never a dead link.
 */
export const NAV: readonly NavEntry[] = [
  { word: "home", to: "home", icon: IconHome, key: "h", belongs: "both" },
  { word: "inbox", to: "inbox", icon: IconInbox, key: "i", belongs: "both" },
  { word: "myWork", to: "my-work", icon: IconChecklist, key: "m", belongs: "both" },
  { word: "timesheet", to: "timesheet", icon: IconClockHour4, key: "w", belongs: "both" },
  { word: "portfolio", to: "portfolio", icon: IconChartDots3, key: "o", belongs: "both" },
  { word: "search", to: "search", icon: IconSearch, key: "f", belongs: "both" },
  {
    word: "responsibilities",
    to: "responsibilities",
    icon: IconUserCheck,
    key: "y",
    belongs: "both",
  },
  { word: "discover", to: "discover", icon: IconBulb, key: "d", belongs: "product" },
  { word: "strategy", to: "strategy", icon: IconTargetArrow, key: "s", belongs: "product" },
  { word: "roadmap", to: "roadmap", icon: IconMap2, key: "r", belongs: "product" },
  { word: "launches", to: "launches", icon: IconSpeakerphone, key: "l", belongs: "product" },
  { word: "promises", to: "promises", icon: IconHeartHandshake, key: "k", belongs: "product" },
  { word: "health", to: "health", icon: IconHeartbeat, key: "e", belongs: "product" },
  { word: "portal", to: "portal", icon: IconMessages, key: "b", belongs: "product" },
  { word: "gaps", to: "gaps", icon: IconUnlink, key: "g", belongs: "product" },
  { word: "morning", to: "morning", icon: IconCoffee, key: "j", belongs: "project" },
  { word: "projects", to: "projects", icon: IconBriefcase, key: "p", belongs: "project" },
  { word: "risks", to: "risks", icon: IconAlertTriangle, key: "x", belongs: "project" },
  { word: "status", to: "status", icon: IconReportAnalytics, key: "t", belongs: "project" },
  { word: "resources", to: "resources", icon: IconUsers, key: "u", belongs: "project" },
];

export const PERSPECTIVE_ICON: Record<Perspective, TablerIcon> = {
  product: IconCompass,
  project: IconBriefcase,
};

/** The entries whose pages are built. `paths` are the router's full paths. */
export function builtNav(paths: readonly string[]): NavEntry[] {
  const built = new Set(paths.map((path) => path.replace(/\/$/, "")));
  return NAV.filter((entry) => built.has(`/$workspace/${entry.to}`));
}

/** What the navigation shows below the switch. */
export function navFor(perspective: Perspective, entries: readonly NavEntry[]): NavEntry[] {
  return entries.filter((entry) => entry.belongs === perspective);
}

/** Which door a page belongs to; pages of both keep the perspective the person chose. */
export function perspectiveOf(pathname: string): Perspective | undefined {
  const section = pathname.split("/")[2];
  const entry = NAV.find((candidate) => candidate.to === section);
  return entry && entry.belongs !== "both" ? entry.belongs : undefined;
}
