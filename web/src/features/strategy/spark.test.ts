import { describe, expect, it } from "vitest";
import { sparkOf } from "./spark";

const frame = { start: 40, target: 10, width: 100, height: 26 };

describe("sparkOf", () => {
  it("draws the oldest reading at the left whatever their order", () => {
    const { path, end } = sparkOf(
      [
        { at: "2026-11-15T00:00:00Z", value: 10 },
        { at: "2026-11-01T00:00:00Z", value: 40 },
      ],
      frame,
    );
    expect(path).toBe("M3 3L97 23");
    expect(end).toEqual({ x: 97, y: 23 });
  });

  it("keeps the target in the picture before it is reached", () => {
    const { targetY } = sparkOf([{ at: "2026-11-01T00:00:00Z", value: 40 }], frame);
    expect(targetY).toBe(23);
  });

  it("draws one reading as a point at the right, and none as nothing", () => {
    expect(sparkOf([{ at: "2026-11-01T00:00:00Z", value: 25 }], frame).end).toEqual({
      x: 97,
      y: 13,
    });
    expect(sparkOf([], frame)).toMatchObject({ path: "", end: null });
  });
});
