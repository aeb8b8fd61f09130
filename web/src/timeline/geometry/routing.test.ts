import { describe, expect, test } from "vitest";
import type { LinkKind } from "../types";
import { headingOf, routeLink } from "./routing";

const ROW = 32;
const anchor = (left: number, right: number, row: number) => ({
  left,
  right,
  y: row * ROW + 16,
  half: 9,
});
const route = (kind: LinkKind, from: [number, number, number], to: [number, number, number]) =>
  routeLink(anchor(...from), anchor(...to), kind, ROW);

describe("links", () => {
  test("every leg is orthogonal, whatever the kind and the places", () => {
    for (const kind of ["FS", "SS", "FF", "SF"] as const) {
      for (const left of [0, 80, 160, 400]) {
        for (const row of [0, 2, 5]) {
          const path = route(kind, [100, 180, 2], [left, left + 60, row]);
          path.slice(1).forEach((point, i) => {
            const before = path[i];
            expect(point.x === before?.x || point.y === before?.y).toBe(true);
          });
        }
      }
    }
  });

  test("FS with room drops into the top of its successor, or rises into its bottom", () => {
    const down = route("FS", [0, 100, 0], [120, 200, 3]);
    expect(down).toHaveLength(3);
    expect(headingOf(down)).toBe("down");
    expect(down[2]).toEqual({ x: 128, y: 3 * ROW + 16 - 9 });
    expect(headingOf(route("FS", [0, 100, 3], [120, 200, 0]))).toBe("up");
  });

  test("FS without room goes back through the gap between two rows", () => {
    const path = route("FS", [0, 100, 0], [40, 90, 1]);
    expect(path).toHaveLength(6);
    expect(path[2]?.y).toBe(ROW);
    expect(headingOf(path)).toBe("right");
  });

  test("SS leaves and enters at the left, FF at the right, SF enters at the finish", () => {
    expect(headingOf(route("SS", [50, 100, 0], [80, 120, 1]))).toBe("right");
    expect(route("SS", [50, 100, 0], [80, 120, 1])[1]?.x).toBe(42);
    expect(headingOf(route("FF", [50, 100, 0], [80, 120, 1]))).toBe("left");
    expect(route("FF", [50, 100, 0], [80, 120, 1])[1]?.x).toBe(128);
    const backward = route("SF", [50, 100, 0], [80, 120, 1]);
    expect(headingOf(backward)).toBe("left");
    expect(backward[backward.length - 1]?.x).toBe(120);
  });
});
