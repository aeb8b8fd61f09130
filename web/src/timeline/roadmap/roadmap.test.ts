import { describe, expect, test } from "vitest";
import { minuteOf, spanOfWindow, windowOfSpan } from "../geometry/time";
import { items, lanes } from "../harness/roadmapCast";
import { darkPalette, lightPalette, type Palette } from "../palette";
import { percentText, roadmapRows } from "../table/roadmapTable";
import type { LaneItem } from "../types";
import { englishWords as words } from "../words";
import { contrast, groundOf, mixed, quietText } from "./colours";
import { extentOf } from "./extent";
import { outlookOf, shapeOf } from "./itemShape";
import { itemAt } from "./roadmapHit";
import { laneBeside, neighbour, nudged } from "./roadmapKeys";
import { bandAt, inOrder, sceneOf, withPending } from "./scene";
import { itemSpoken, roadmapSpoken } from "./speech";

const letters = (text: string) => text.length * 7;
const measures = { title: letters, small: letters, chip: letters };
const scale = { origin: minuteOf("2026-10-01"), perDay: 3 };
const shape = (item: LaneItem, perDay = 3) =>
  shapeOf(item, item, { ...scale, perDay }, measures, words, "en");
const named = (title: string): LaneItem => {
  const found = items.find((item) => item.title === title);
  if (!found) throw new Error(title);
  return found;
};
const scene = sceneOf({ lanes, items, perDay: 3, narrow: false, measures, words, locale: "en" });

describe("an item's shape", () => {
  test("melts at its ends only when its window is a month or a quarter", () => {
    expect(shape(named("SOC 2 Type II")).fuzz).toBe(0);
    expect(shape(named("Localised checkout")).fuzz).toBe(16);
    expect(shape(named("Usage-based pricing")).fuzz).toBe(32);
  });

  test("carries its words inside where they can be read, and after it otherwise", () => {
    expect(shape(named("Usage-based pricing")).textInside).toBe(true);
    const thin = shape(named("Postgres 18 upgrade"));
    expect(thin.textInside).toBe(false);
    expect(thin.textAfter).toBeGreaterThan(thin.bar.x + thin.bar.width);
  });

  test("reaches from its bar to the end of its whisker, words and chip", () => {
    const late = shape(named("Partner marketplace"));
    expect(late.whisker?.p85).toBeGreaterThan(late.bar.x + late.bar.width);
    expect(late.to).toBeGreaterThanOrEqual(late.whisker?.p85 ?? 0);
    const narrow = shape(named("Audit log export"), 1);
    expect(narrow.chip?.inside).toBe(false);
    expect(narrow.to).toBe((narrow.chip?.x ?? 0) + (narrow.chip?.width ?? 0));
  });

  test("tells a likely window from an open and an unlikely one", () => {
    expect([0.8, 0.79, 0.5, 0.49].map(outlookOf)).toEqual(["good", "warning", "warning", "bad"]);
  });
});

describe("a scene", () => {
  test("keeps no two items of a lane on top of each other", () => {
    for (const band of scene.bands) {
      for (const a of band.items) {
        for (const b of band.items) {
          if (a === b || a.top !== b.top) continue;
          const [left, right] = [shape(a.item), shape(b.item)];
          expect(left.to < right.from || right.to < left.from).toBe(true);
        }
      }
    }
  });

  test("gives what has no lane a band of its own, at the end", () => {
    expect(scene.bands.map((band) => band.id)).toEqual([...lanes.map((lane) => lane.id), null]);
  });

  test("stands as high as its bands, and finds the band under a height", () => {
    const last = scene.bands.at(-1);
    expect(scene.height).toBe((last?.top ?? 0) + (last?.height ?? 0));
    expect(bandAt(scene, 1)?.id).toBe("grow");
    expect(bandAt(scene, scene.height + 1)).toBeNull();
  });

  test("shows an unconfirmed move in its new place", () => {
    const place = {
      ...spanOfWindow({ start: "2027-01-01", finish: "2027-03-31" }),
      laneId: "base",
    };
    const moved = withPending(items, new Map([["i1", place]]));
    expect(moved.find((item) => item.id === "i1")).toMatchObject(place);
    expect(withPending(items, new Map())).toBe(items);
  });
});

describe("pointing", () => {
  const at = (title: string, part: "start" | "middle" | "finish") => {
    const placed = [...scene.items.values()].find((each) => each.item.title === title);
    const { bar } = shape(named(title));
    const x = { start: bar.x + 2, middle: bar.x + bar.width / 2, finish: bar.x + bar.width - 2 };
    return itemAt(scene, scale, x[part], (placed?.top ?? 0) + 20, measures, words, "en")?.part;
  };

  test("finds the ends and the middle of a bar", () => {
    expect(at("Usage-based pricing", "start")).toBe("start");
    expect(at("Usage-based pricing", "middle")).toBe("bar");
    expect(at("Usage-based pricing", "finish")).toBe("finish");
  });

  test("finds no ends on a milestone", () => {
    expect(at("Winter launch", "finish")).toBe("bar");
  });

  test("finds nothing on empty ground", () => {
    expect(itemAt(scene, scale, -5000, 20, measures, words, "en")).toBeNull();
  });
});

describe("keys", () => {
  test("go lane by lane and stop at both ends", () => {
    const order = inOrder(scene);
    expect(neighbour(scene, null, 1)).toBe(order[0]);
    expect(neighbour(scene, order[0]?.id ?? "", 1)).toBe(order[1]);
    expect(neighbour(scene, order.at(-1)?.id ?? "", 1)).toBe(order.at(-1));
  });

  test.each([
    ["Usage-based pricing", 1, "2027-01-01", "2027-03-31"],
    ["Usage-based pricing", -1, "2026-07-01", "2026-09-30"],
    ["Localised checkout", 1, "2026-12-01", "2027-02-28"],
    ["Localised checkout", -1, "2026-10-01", "2026-12-31"],
    ["SOC 2 Type II", 1, "2026-09-15", "2026-12-12"],
  ])("move %s by %i of its units", (title, units, start, finish) => {
    const span = nudged(named(title), { do: "nudge", units });
    expect(windowOfSpan(span)).toEqual({ start, finish });
  });

  test("stretch by whole units and never below one", () => {
    const longer = nudged(named("Usage-based pricing"), { do: "stretch", units: 1 });
    expect(windowOfSpan(longer).finish).toBe("2027-03-31");
    const shorter = nudged(named("Usage-based pricing"), { do: "stretch", units: -1 });
    expect(windowOfSpan(shorter)).toEqual({ start: "2026-10-01", finish: "2026-12-31" });
  });

  test("take an item to the lane beside it, and leave it at the edge", () => {
    expect(laneBeside(scene, named("Self-serve onboarding"), 1)).toBe("trust");
    expect(laneBeside(scene, named("Self-serve onboarding"), -1)).toBe("grow");
  });
});

describe("words", () => {
  test("never round a chance to certain or to none", () => {
    expect([0, 0.001, 0.724, 0.999, 1].map((chance) => percentText(chance, "en"))).toEqual([
      "0",
      "1",
      "72",
      "99",
      "100",
    ]);
  });

  test("say the whole and the chosen", () => {
    expect(roadmapSpoken("Atlas", lanes, items, words, "en-GB")).toBe(
      "Roadmap of Atlas, 17 items in 4 lanes, 1 Jul 2026 to 19 Aug 2027",
    );
    expect(itemSpoken(named("Usage-based pricing"), "Win", words, "en-GB")).toBe(
      "Usage-based pricing, Win, In progress, 1 Oct 2026 to 31 Dec 2026, 72 % chance",
    );
  });

  test("list every item once in the table", () => {
    const rows = roadmapRows(lanes, items, words, "en-GB");
    expect(new Set(rows.map((row) => row.id)).size).toBe(items.length);
    expect(rows.at(-1)?.cells[1]).toBe("No lane");
  });
});

describe.each<[string, Palette]>([
  ["light", lightPalette],
  ["dark", darkPalette],
])("in the %s theme", (_name, palette) => {
  const share = palette.scheme === "light" ? 0.22 : 0.36;

  test.each(["#2f7fb8", "#7a5cc0", "#1f8a5b", "#b3701a", "#000000", "#ffffff", "#e03131"])(
    "words on a bar of %s keep 4.5:1",
    (colour) => {
      const quiet = quietText(palette.text, palette.surface);
      const ground = groundOf(colour, palette.surface, quiet, share);
      expect(contrast(palette.text, ground)).toBeGreaterThan(4.5);
      expect(contrast(quiet, ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test("chips keep 4.5:1", () => {
    for (const outlook of ["good", "warning", "bad"] as const) {
      const ground = mixed(palette[outlook], palette.surface, 0.08);
      expect(contrast(palette[outlook], ground)).toBeGreaterThan(4.5);
    }
  });
});

describe("what a pointer takes hold of", () => {
  const item = named("SOC 2 Type II");
  const top = scene.items.get(item.id)?.top ?? 0;
  const end = shape(item).bar.x + shape(item).bar.width;
  const at = (x: number, handlesOf: string | null) =>
    itemAt(scene, scale, x, top + 22, measures, words, "en", handlesOf)?.part;

  test("is the handle beyond a bar's end, where that is shown", () => {
    expect(at(end + 10, item.id)).toBe("link-finish");
    expect(at(end + 10, null)).not.toBe("link-finish");
    expect(at(end + 10, "another")).not.toBe("link-finish");
  });

  test("is the end of the bar, handle or not", () => {
    expect(at(end - 1, item.id)).toBe("finish");
  });
});

describe("all of the time shown", () => {
  test("reaches back to where something stood", () => {
    const ghost = spanOfWindow({ start: "2020-01-01", finish: "2020-02-01" });
    const [first] = items;
    if (!first) throw new Error("no items");
    expect(extentOf([{ ...first, ghost }])?.start).toBe(ghost.start);
  });
});
