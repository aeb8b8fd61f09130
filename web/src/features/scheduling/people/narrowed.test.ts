import { expect, test } from "vitest";
import { itemsNamed, peopleMeant } from "./narrowed";

const item = (id: string, outline_level: number) => ({
  id,
  key: `K-${id}`,
  title: id,
  outline_level,
});

test("items are found with the summaries above them, and no others", () => {
  const items = [
    item("house", 1),
    item("walls", 2),
    item("brick", 3),
    item("roof", 2),
    item("yard", 1),
  ];
  const found = (q: string) => itemsNamed(items, q).map(({ id }) => id);
  expect(found("bric")).toEqual(["house", "walls", "brick"]);
  expect(found("k-roof")).toEqual(["house", "roof"]);
  expect(found("yard")).toEqual(["yard"]);
  expect(itemsNamed(items, " ")).toBe(items);
});

test("people are found by name, role and team", () => {
  const people = [
    { id: "ann", title: "Ann", role: { id: "mason" }, team: null },
    { id: "ben", title: "Ben", role: null, team: { id: "crew" } },
    { id: "crew", title: "Crew", role: null, team: null },
  ];
  const found = (view: object) => peopleMeant(people, view).map(({ id }) => id);
  expect(found({ who: "en" })).toEqual(["ben"]);
  expect(found({ role: "mason" })).toEqual(["ann"]);
  expect(found({ team: "crew" })).toEqual(["ben", "crew"]);
  expect(found({})).toEqual(["ann", "ben", "crew"]);
});
