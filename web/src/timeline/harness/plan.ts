import { DAY, HOUR, minuteOf, weekdayOf } from "../geometry/time";
import type { Minute, TimelineLink, TimelineRow } from "../types";

interface Line {
  title: string;
  level: number;
  /** Working days; 0 is a milestone. */
  days: number;
  after: number[];
  extra?: Partial<TimelineRow>;
}

const line = (
  level: number,
  title: string,
  days: number,
  after: number[] = [],
  extra?: Partial<TimelineRow>,
): Line => ({ level, title, days, after, extra });

/** Thirty rows of a plan such as people make. `after` counts rows from 1. */
const LINES: Line[] = [
  line(0, "Atlas: offline maps for field teams", 0),
  line(1, "Discovery and agreement", 0),
  line(2, "Interview twelve field engineers", 6, [], { percentComplete: 100, note: "Maria" }),
  line(2, "Map today's paper routes", 4, [3], { percentComplete: 100 }),
  line(2, "Write the charter with Operations", 3, [4], {
    percentComplete: 60,
    note: "Maria, Jonas",
  }),
  line(2, "Charter signed", 0, [5], { deadline: minuteOf("2026-03-24T17:00") }),
  line(1, "Map engine", 0),
  line(2, "Choose a tile format", 3, [6]),
  line(2, "Vector tile store on the device", 12, [8], { percentComplete: 20, note: "Aiko" }),
  line(2, "Delta updates over slow links", 9, [9], {
    forecast: { p50: minuteOf("2026-05-04T12:00"), p85: minuteOf("2026-05-12T12:00") },
  }),
  line(2, "Storage quota and eviction", 4, [9]),
  line(2, "Engine usable offline", 0, [10, 11]),
  line(1, "Field app", 0),
  line(2, "Route sheet design", 5, [6], { note: "Priya" }),
  line(2, "Route sheet screens", 10, [14]),
  line(2, "Capture photos and measurements without a connection", 8, [15]),
  line(2, "Conflict rules when two people edit one site", 5, [15], { manual: true }),
  line(2, "Accessibility pass with gloves and sunlight", 3, [16]),
  line(1, "Synchronisation", 0),
  line(2, "Outbox with retries", 6, [8]),
  line(2, "Merge on the server", 7, [20]),
  line(2, "Load test: 400 devices, one depot", 4, [12, 21], {
    deadline: minuteOf("2026-05-08T17:00"),
  }),
  line(1, "Pilot at the Bremen depot", 0),
  line(2, "Train the depot's leads", 2, [18]),
  line(2, "Two weeks of parallel running", 10, [22, 24]),
  line(2, "Decide: go or change", 0, [25]),
  line(1, "Roll-out", 0),
  line(2, "Migrate the remaining eleven depots", 14, [26], {
    forecast: { p50: minuteOf("2026-06-19T12:00"), p85: minuteOf("2026-07-03T12:00") },
  }),
  line(2, "Switch off the paper routes", 2, [28]),
  line(2, "Atlas live everywhere", 0, [29], { deadline: minuteOf("2026-06-19T17:00") }),
];

const START = minuteOf("2026-03-02T09:00");

function addWorkingDays(start: Minute, days: number): Minute {
  let at = start;
  for (let left = days; left > 0; ) {
    at += DAY;
    if (weekdayOf(at - DAY) < 5) left -= 1;
  }
  return at - DAY + 8 * HOUR;
}

function nextStart(finish: Minute): Minute {
  let at = finish - 8 * HOUR + DAY;
  while (weekdayOf(at) > 4) at += DAY;
  return at;
}

/** Some of what an engine would compute, well enough to look at. */
export function thirtyRows(): { rows: TimelineRow[]; links: TimelineLink[] } {
  const rows: TimelineRow[] = [];
  const links: TimelineLink[] = [];
  const stack: string[] = [];
  const counts: number[] = [];
  const critical = new Set([3, 4, 5, 6, 8, 9, 10, 12, 22, 25, 26, 28, 29, 30]);
  LINES.forEach((one, index) => {
    const id = `t${index + 1}`;
    counts.length = one.level + 1;
    counts[one.level] = (counts[one.level] ?? 0) + 1;
    stack.length = one.level;
    const parentId = stack[one.level - 1] ?? null;
    stack.push(id);
    const parent = LINES[index + 1] && (LINES[index + 1]?.level ?? 0) > one.level;
    const ends = one.after.map((n) => rows[n - 1]?.finish ?? START);
    const last = Math.max(START - DAY + 8 * HOUR, ...ends);
    const milestone = !parent && one.days === 0;
    const start = milestone ? last : one.after.length > 0 ? nextStart(last) : START;
    const finish = milestone ? last : addWorkingDays(start, Math.max(1, one.days));
    const isCritical = critical.has(index + 1);
    const slack = isCritical ? 0 : 480 * (2 + (index % 4));
    rows.push({
      id,
      parentId,
      wbs: counts.join("."),
      title: one.title,
      kind: parent ? "summary" : milestone ? "milestone" : "task",
      start,
      finish,
      durationMinutes: one.days * 480,
      percentComplete: 0,
      critical: isCritical,
      slackMinutes: slack,
      lateFinish: finish + slack * 3,
      baseline: parent ? null : { start: start - 2 * DAY, finish: finish - 3 * DAY },
      ...one.extra,
    });
    one.after.forEach((n) => {
      links.push({
        id: `l${n}-${index}`,
        before: `t${n}`,
        after: id,
        kind: index === 16 ? "SS" : "FS",
        lagMinutes: index === 16 ? 960 : 0,
        lagUnit: "working",
      });
    });
  });
  rollUp(rows);
  return { rows, links };
}

function rollUp(rows: TimelineRow[]) {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const row of [...rows].reverse()) {
    const children = rows.filter((one) => one.parentId === row.id);
    if (children.length === 0) continue;
    row.start = Math.min(...children.map((one) => byId.get(one.id)?.start ?? START));
    row.finish = Math.max(...children.map((one) => byId.get(one.id)?.finish ?? START));
    row.durationMinutes = Math.round((((row.finish - row.start) / DAY) * 5) / 7) * 480;
    row.slackMinutes = 0;
    const done = children.reduce((sum, one) => sum + one.percentComplete, 0);
    row.percentComplete = Math.round(done / children.length);
  }
}

/** A big plan: groups of nine tasks in a chain under a summary each. */
export function manyRows(count: number): { rows: TimelineRow[]; links: TimelineLink[] } {
  const rows: TimelineRow[] = [];
  const links: TimelineLink[] = [];
  for (let i = 0; i < count; i += 1) {
    const group = Math.floor(i / 10);
    const summary = i % 10 === 0;
    const start = START + group * 4 * DAY + (summary ? 0 : (i % 10) * 2 * DAY);
    const finish = start + (summary ? 22 : 2 + (i % 5)) * DAY;
    rows.push({
      id: `m${i}`,
      parentId: summary ? null : `m${group * 10}`,
      wbs: summary ? `${group + 1}` : `${group + 1}.${i % 10}`,
      title: summary ? `Work package ${group + 1}` : `Task ${i} of the long plan`,
      kind: summary ? "summary" : i % 10 === 9 ? "milestone" : "task",
      start,
      finish,
      durationMinutes: 480 * (2 + (i % 5)),
      percentComplete: (i * 7) % 101,
      critical: group % 3 === 0,
      slackMinutes: group % 3 === 0 ? 0 : 960,
      lateFinish: finish + 2 * DAY,
      baseline: { start: start - DAY, finish: finish - DAY },
    });
    if (i % 10 > 1) {
      const before = `m${i - 1}`;
      links.push({
        id: `k${i}`,
        before,
        after: `m${i}`,
        kind: "FS",
        lagMinutes: 0,
        lagUnit: "working",
      });
    }
  }
  return { rows, links };
}
