import { describe, expect, test } from "vitest";
import { nextLook } from "./lastLook";

describe("nextLook", () => {
  test("the first visit has nothing before it", () => {
    expect(nextLook(undefined, "2026-03-02T09:00:00Z")).toEqual({
      since: null,
      seen: "2026-03-02T09:00:00Z",
    });
  });

  test("a reload goes on telling what was new", () => {
    const kept = { since: "2026-03-01T09:00:00Z", seen: "2026-03-02T09:00:00Z" };
    expect(nextLook(kept, "2026-03-02T09:20:00Z")).toEqual({
      since: "2026-03-01T09:00:00Z",
      seen: "2026-03-02T09:20:00Z",
    });
  });

  test("a later visit begins where the one before ended", () => {
    const kept = { since: "2026-03-01T09:00:00Z", seen: "2026-03-02T09:00:00Z" };
    expect(nextLook(kept, "2026-03-02T10:00:00Z").since).toBe("2026-03-02T09:00:00Z");
  });
});
