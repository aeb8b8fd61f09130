import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";
import { colourOf } from "@/features/core/laneColours";
import { minuteOf, spanOfWindow } from "@/timeline/geometry/time";
import type { Lane as ChartLane, LaneItem } from "@/timeline/types";
import type { Health } from "@/ui/HealthBadge";
import type { ListState } from "@/ui/list/types";
import { NONE } from "../colouring";
import type { Initiative } from "../roadmap";

export const BY = ["product", "theme", "goal"] as const;
export type By = (typeof BY)[number];
export const COLOURS = ["lane", "product", "health", "status"] as const;
export type Colour = (typeof COLOURS)[number];

export type PortfolioItem = Shown<Schemas["PortfolioItem"]>;
export type Rollup = Schemas["PortfolioRollup"];
export type PortfolioLane = Schemas["PortfolioLane"];
export type Load = Schemas["PortfolioLoad"];

export type PortfolioMilestone = Schemas["PortfolioMilestone"];

export interface Portfolio {
  by: By;
  items: PortfolioItem[];
  lanes: PortfolioLane[];
  total: Rollup;
  loads: Load[];
  milestones: PortfolioMilestone[];
}

export function portfolioQuery(by: By, { q, where }: Pick<ListState, "q" | "where">) {
  return queryOptions({
    queryKey: ["portfolio", by, q, where],
    queryFn: ({ signal }) =>
      http.get<Shown<Portfolio>>("/portfolio", {
        query: { by, q, where: where?.length ? JSON.stringify(where) : undefined },
        signal,
      }),
    placeholderData: keepPreviousData,
    meta: {
      kinds: ["initiative", "milestone", "theme", "objective", "product", "project", "work_item"],
    },
  });
}

export const HEALTH_COLOURS: Record<Health, string> = {
  on_track: "#4d8b31",
  at_risk: "#b07d1b",
  off_track: "#b34a78",
  unknown: NONE,
};
export const STATUS_COLOURS: Record<Initiative["status"], string> = {
  idea: "#69737e",
  planned: "#327cb0",
  committed: "#7a5bb5",
  in_progress: "#c0632c",
  done: "#4d8b31",
};

/** A lane's name in the chart: its place, for one may stand for several objects or none. */
export const laneId = (place: number): string => `lane ${place}`;
/** What serves two goals lies in both of their lanes, each time under a name of its own. */
const nameIn = (id: string, place: number, isFirst: boolean) => (isFirst ? id : `${id} ${place}`);
export const idOf = (name: string): string => name.split(" ")[0] ?? name;

export function chartLanes(lanes: readonly PortfolioLane[], none: string): ChartLane[] {
  return lanes.map(({ title, colour }, place) => ({
    id: laneId(place),
    title: title || none,
    colour: title ? colourOf(colour, place) : NONE,
  }));
}

/** The initiatives with a window, each in every lane that it belongs to. */
export function chartItems(
  { items, lanes }: Portfolio,
  colourIn: (item: PortfolioItem, place: number) => string | undefined,
): LaneItem[] {
  const known = new Map(items.map((item) => [item.id, item]));
  const seen = new Set<string>();
  return lanes.flatMap(({ initiatives }, place) =>
    initiatives.flatMap((id): LaneItem[] => {
      const item = known.get(id);
      if (!item?.window || item.parked) return [];
      const isFirst = !seen.has(id);
      seen.add(id);
      const { key, title, status, window, p50, p85, chance, can } = item;
      return [
        {
          id: nameIn(id, place, isFirst),
          key,
          title,
          status,
          laneId: laneId(place),
          precision: window.precision,
          ...spanOfWindow(window),
          forecast:
            p50 && p85 ? { p50: minuteOf(p50), p85: minuteOf(p85), probability: chance } : null,
          colour: colourIn(item, place),
          editable: can.edit === true,
        },
      ];
    }),
  );
}

/** The milestones: each in its product's lane where lanes are products, else across all. */
export function milestoneItems({ by, lanes, milestones }: Portfolio): LaneItem[] {
  const laneOf = new Map(
    lanes.flatMap(({ members }, place) =>
      members.map(({ product_id }): [string, string] => [product_id, laneId(place)]),
    ),
  );
  return milestones.map(({ id, key, title, day, product_id }) => ({
    id,
    key,
    title,
    status: "planned",
    laneId: (by === "product" && laneOf.get(product_id)) || null,
    precision: "day",
    milestone: true,
    ...spanOfWindow({ start: day, finish: day }),
    editable: false,
  }));
}

/** The theme that an initiative has in a lane of themes; undefined where its product has none of that title. */
export function themeIn(lane: PortfolioLane, productId: string): string | null | undefined {
  if (lane.title === "") return null;
  return lane.members.find((member) => member.product_id === productId)?.id;
}

/** How full a quarter is, 0 and up; undefined where nobody is planned. */
export function loadOf({ needed_weeks, capacity_weeks }: Load): number | undefined {
  return capacity_weeks > 0 ? needed_weeks / capacity_weeks : undefined;
}
