import { minuteOf, spanOfWindow } from "../geometry/time";
import type { ItemLink, ItemStatus, Lane, LaneItem, Precision } from "../types";

/** A made-up product's roadmap, as large as one really gets. */
export const lanes: Lane[] = [
  { id: "grow", title: "Win the mid-market", colour: "#2f7fb8" },
  { id: "trust", title: "Earn trust", colour: "#7a5cc0" },
  { id: "speed", title: "Make every day faster", colour: "#1f8a5b" },
  { id: "base", title: "Foundations", colour: "#b3701a" },
];

type Line = [string, string, string, string, Precision, ItemStatus, [string, string, number]?];

const LINES: Line[] = [
  ["grow", "Self-serve onboarding", "2026-07-01", "2026-09-30", "quarter", "done"],
  [
    "grow",
    "Usage-based pricing",
    "2026-10-01",
    "2026-12-31",
    "quarter",
    "in_progress",
    ["2026-12-18", "2027-01-22", 0.72],
  ],
  [
    "grow",
    "Partner marketplace",
    "2027-01-01",
    "2027-06-30",
    "quarter",
    "planned",
    ["2027-07-05", "2027-08-20", 0.31],
  ],
  ["grow", "Reseller portal", "2027-04-01", "2027-06-30", "quarter", "idea"],
  [
    "grow",
    "Localised checkout",
    "2026-11-01",
    "2027-01-31",
    "month",
    "committed",
    ["2027-01-15", "2027-02-02", 0.84],
  ],
  [
    "trust",
    "SOC 2 Type II",
    "2026-09-14",
    "2026-12-11",
    "day",
    "in_progress",
    ["2026-12-02", "2026-12-09", 0.93],
  ],
  [
    "trust",
    "Audit log export",
    "2026-12-01",
    "2026-12-31",
    "month",
    "committed",
    ["2027-01-08", "2027-01-29", 0.46],
  ],
  ["trust", "Customer-managed keys", "2027-01-01", "2027-03-31", "quarter", "planned"],
  [
    "trust",
    "EU data residency",
    "2027-02-01",
    "2027-05-31",
    "month",
    "planned",
    ["2027-05-20", "2027-06-18", 0.64],
  ],
  ["speed", "Command palette", "2026-10-05", "2026-11-20", "day", "done"],
  [
    "speed",
    "Offline edits",
    "2026-11-16",
    "2027-02-12",
    "day",
    "in_progress",
    ["2027-02-05", "2027-03-03", 0.58],
  ],
  ["speed", "Bulk editing in tables", "2027-01-01", "2027-01-31", "month", "committed"],
  ["speed", "Mobile approvals", "2027-02-01", "2027-04-30", "month", "idea"],
  [
    "base",
    "Event pipeline rewrite",
    "2026-10-01",
    "2027-03-31",
    "quarter",
    "in_progress",
    ["2027-03-10", "2027-04-14", 0.77],
  ],
  ["base", "Postgres 18 upgrade", "2027-01-11", "2027-01-29", "day", "planned"],
];

export const items: LaneItem[] = [
  ...LINES.map(([laneId, title, start, finish, precision, status, forecast], index) => ({
    id: `i${index}`,
    key: `INI-${index + 1}`,
    laneId,
    title,
    ...spanOfWindow({ start, finish }),
    precision,
    status,
    forecast: forecast && {
      p50: minuteOf(forecast[0]),
      p85: minuteOf(forecast[1]),
      probability: forecast[2],
    },
  })),
  {
    id: "m1",
    key: "LCH-2",
    laneId: "grow",
    title: "Winter launch",
    ...spanOfWindow({ start: "2027-02-16", finish: "2027-02-16" }),
    precision: "day",
    status: "committed",
    milestone: true,
  },
  {
    id: "loose",
    key: "INI-30",
    laneId: null,
    title: "Voice notes on insights",
    ...spanOfWindow({ start: "2027-04-01", finish: "2027-06-30" }),
    precision: "quarter",
    status: "idea",
  },
];

export const links: ItemLink[] = [
  { id: "l1", before: "i13", after: "i2" },
  { id: "l2", before: "i5", after: "i7" },
];

/** Many more, for measuring. */
export function manyItems(count: number): LaneItem[] {
  return Array.from({ length: count }, (_, index) => {
    const start = minuteOf("2026-01-01") + ((index * 37) % 1400) * 1440;
    return {
      id: `x${index}`,
      key: `INI-${index}`,
      laneId: lanes[index % lanes.length]?.id ?? null,
      title: `Initiative number ${index}`,
      start,
      finish: start + (20 + ((index * 13) % 90)) * 1440,
      precision: "day" as const,
      status: "planned" as const,
      forecast: { p50: start + 60 * 1440, p85: start + 80 * 1440, probability: 0.6 },
    };
  });
}
