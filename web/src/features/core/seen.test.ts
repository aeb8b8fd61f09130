import { expect, test } from "vitest";
import { lookersOf, type Visit } from "./seen";

test("everybody is named once for a view, with the latest look", () => {
  const visit = (id: string, view: string, at: string): Visit => ({
    by: { id, name: id },
    view,
    at,
  });
  const visits = [
    visit("a", "", "2026-03-03"),
    visit("b", "roadmap", "2026-03-02"),
    visit("a", "", "2026-03-01"),
  ];
  expect(lookersOf(visits, "").map(({ by, at }) => [by.id, at])).toEqual([["a", "2026-03-03"]]);
  expect(lookersOf(visits, "roadmap").map(({ by }) => by.id)).toEqual(["b"]);
});
