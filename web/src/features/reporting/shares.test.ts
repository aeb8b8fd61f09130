import { describe, expect, it } from "vitest";
import { type Share, standingOf } from "./shares";

const NOW = new Date("2026-03-01T12:00:00Z");
const share = { revoked_at: null, expires_at: null } as Share;

describe("a share link", () => {
  it("is open until it ends or is closed", () => {
    expect(standingOf(share, NOW)).toBe("open");
    expect(standingOf({ ...share, expires_at: "2026-03-01T12:00:01Z" }, NOW)).toBe("open");
  });

  it("is over once its time has come", () => {
    expect(standingOf({ ...share, expires_at: "2026-03-01T12:00:00Z" }, NOW)).toBe("expired");
  });

  it("stays closed, whatever its time", () => {
    const closed = {
      ...share,
      revoked_at: "2026-02-01T00:00:00Z",
      expires_at: "2027-01-01T00:00:00Z",
    };
    expect(standingOf(closed, NOW)).toBe("closed");
  });
});
