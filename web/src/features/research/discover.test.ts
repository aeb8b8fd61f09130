import { describe, expect, it } from "vitest";
import { readDiscover } from "./discover";

describe("readDiscover", () => {
  it("keeps what it knows", () => {
    const view = readDiscover({ tab: "ideas", q: "route", status: "chosen", archived: true });
    expect(view).toMatchObject({ tab: "ideas", q: "route", status: "chosen", archived: true });
  });

  it("leaves out what it does not understand instead of failing", () => {
    expect(readDiscover({ tab: "risks", source: "gossip", sort: 7, archived: "yes" })).toEqual({
      tab: undefined,
      sort: "7",
    });
  });

  it("searches for a number as for a word", () => {
    expect(readDiscover({ q: 2026 }).q).toBe("2026");
  });
});
