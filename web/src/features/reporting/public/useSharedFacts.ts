import { useTranslation } from "react-i18next";
import { useWindowText } from "@/features/core/useWindowText";
import { useFigures } from "@/ui/words/figures";
import type { SharedInitiative, SharedRoadmap } from "./shared";

type Fact = "window" | "status" | "horizon" | "lane";

/** What an initiative's readers are told of it in a line, but for what stands there already: when, how far, where, by whom,
 * what it belongs to, and the fields that people added. */
export function useSharedFacts(
  lanes: SharedRoadmap["lanes"],
  without: readonly Fact[] = [],
): (initiative: SharedInitiative) => string[] {
  const { t } = useTranslation();
  const figures = useFigures();
  const windowText = useWindowText();
  const laneTitle = new Map(lanes.map(({ id, title }) => [id, title]));
  const told = (fact: Fact, words: string | false | null | undefined) =>
    without.includes(fact) ? null : words;
  return ({ window, status, horizon, lane_id, owner, ...more }) =>
    [
      told("window", window && windowText(window)),
      told("status", status && t(`status.${status}`)),
      told("horizon", horizon && t(`horizon.${horizon}`)),
      told("lane", laneTitle.get(lane_id ?? "")),
      owner,
      more.theme,
      more.container,
      more.effort_weeks != null &&
        t("portfolio.weeks", { figure: figures.number(more.effort_weeks) }),
      ...Object.entries(more.custom ?? {}).map(([field, value]) => `${field}: ${value}`),
    ].filter((fact): fact is string => Boolean(fact));
}
