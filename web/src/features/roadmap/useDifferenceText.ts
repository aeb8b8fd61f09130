import { useTranslation } from "react-i18next";
import { useWindowText } from "@/features/core/useWindowText";
import type { Difference, Roadmap, Window } from "./roadmap";

/** One difference as a sentence: "moved 3 weeks later", "from Trust to Growth". */
export function useDifferenceText(roadmap: Roadmap): (difference: Difference) => string {
  const { t } = useTranslation();
  const windowText = useWindowText();
  const named = (field: string, value: unknown): string => {
    if (value === null || value === "") return t("history.none");
    const id = String(value);
    if (field === "lane_id") return roadmap.lanes.find((lane) => lane.id === id)?.title ?? id;
    if (field === "parent_id")
      return roadmap.initiatives.find((each) => each.id === id)?.title ?? id;
    if (field === "owner_id") {
      return roadmap.initiatives.find(({ owner }) => owner?.id === id)?.owner?.name ?? id;
    }
    if (field === "status") return t(`status.${id}` as "status.idea");
    if (field === "horizon") return t(`horizon.${id}` as "horizon.now");
    return id;
  };
  return ({ what, field, before, after, days }) => {
    switch (what) {
      case "moved":
      case "resized":
        return shift(t, what, days ?? 0);
      case "scheduled":
      case "unscheduled":
        return t(`history.${what}`, { window: windowText((after ?? before) as Window) });
      case "parked":
        return t(after ? "history.parked" : "history.unparked");
      case "linked":
      case "unlinked":
        return t(`history.${what}`, { name: String(after) });
      case "relaned":
      case "status":
      case "horizon":
      case "renamed":
      case "owner":
      case "contained":
      case "goal":
        return t(`history.${what}`, { before: named(field, before), after: named(field, after) });
      case "added":
      case "removed":
        return t(`history.${what}`);
      default:
        return t("history.edited", {
          field: t(`history.field.${field}` as "history.field.body", field),
        });
    }
  };
}

/** Whole weeks as weeks, else days. */
function shift(
  t: ReturnType<typeof useTranslation>["t"],
  what: "moved" | "resized",
  days: number,
): string {
  const later = days > 0 ? "later" : "earlier";
  const span = Math.abs(days);
  if (what === "resized") return t("history.resized");
  return span % 7 === 0
    ? t(`history.weeks.${later}`, { count: span / 7 })
    : t(`history.days.${later}`, { count: span });
}
