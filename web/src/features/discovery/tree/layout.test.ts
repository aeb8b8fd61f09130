import { expect, test } from "vitest";
import { grouped } from "@/ui/grouped";
import { type Branch, edgePath, layoutOf, SPACING, type Spot } from "./layout";

const leaf = (id: string, height = 60): Branch => ({ id, height, children: [] });
const spot = (spots: ReadonlyMap<string, Spot>, id: string) => spots.get(id) as Spot;
const middle = ({ y, height }: Spot) => y + height / 2;

/** A forest of `count` cards whose shape and heights follow from a seed. */
function forest(count: number, seed: number): Branch[] {
  let state = seed;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  type Growing = Branch & { children: Growing[] };
  const all: Growing[] = [];
  const roots: Growing[] = [];
  for (let index = 0; index < count; index += 1) {
    const made: Growing = { id: String(index), height: 48 + next(5) * 12, children: [] };
    const above = next(12) === 0 ? undefined : all[next(Math.max(1, all.length))];
    (above ? above.children : roots).push(made);
    all.push(made);
  }
  return roots;
}

function overlaps(spots: ReadonlyMap<string, Spot>): string[] {
  const columns = grouped([...spots], ([, { x }]) => x);
  return [...columns.values()].flatMap((cards) => {
    const ordered = cards.toSorted(([, a], [, b]) => a.y - b.y);
    return ordered.flatMap(([id, card], index) => {
      const below = ordered[index + 1];
      return below && below[1].y < card.y + card.height + SPACING.down - 1e-6
        ? [`${id} and ${below[0]}`]
        : [];
    });
  });
}

test("no two of 300 cards touch, whatever the shape", () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const { spots } = layoutOf(forest(300, seed));
    expect(spots.size).toBe(300);
    expect(overlaps(spots)).toEqual([]);
  }
});

test("a parent stands at the middle of its first and last child", () => {
  const { spots } = layoutOf([
    { id: "top", height: 100, children: [leaf("a"), leaf("b", 90), leaf("c")] },
  ]);
  const between = (middle(spot(spots, "a")) + middle(spot(spots, "c"))) / 2;
  expect(middle(spot(spots, "top"))).toBeCloseTo(between);
  expect(spot(spots, "b").x).toBe(SPACING.width + SPACING.across);
});

test("siblings keep their order from top to bottom, and nothing lies outside", () => {
  const { spots, height, width } = layoutOf(forest(60, 7));
  for (const one of spots.values()) {
    expect(one.y).toBeGreaterThanOrEqual(0);
    expect(one.y + one.height).toBeLessThanOrEqual(height + 1e-6);
    expect(one.x + SPACING.width).toBeLessThanOrEqual(width);
  }
  const { spots: three } = layoutOf([{ id: "t", height: 60, children: [leaf("a"), leaf("b")] }]);
  expect(spot(three, "a").y).toBeLessThan(spot(three, "b").y);
});

test("a short branch nestles beside a deep one instead of below all of it", () => {
  const deep: Branch = {
    id: "deep",
    height: 60,
    children: [leaf("1"), leaf("2"), leaf("3"), leaf("4"), leaf("5")],
  };
  const { spots } = layoutOf([{ id: "top", height: 60, children: [deep, leaf("short")] }]);
  expect(spot(spots, "short").y).toBeLessThan(spot(spots, "5").y);
  expect(overlaps(spots)).toEqual([]);
});

test("nothing has no size", () => {
  expect(layoutOf([])).toEqual({ spots: new Map(), width: 0, height: 0 });
});

test("an edge leads from the right of a card to the left of the next", () => {
  const from = { x: 0, y: 0, height: 60 };
  const to = { x: SPACING.width + 40, y: 100, height: 20 };
  expect(edgePath(from, to)).toMatch(/^M236 30C256 30 256 110 276 110$/);
});
