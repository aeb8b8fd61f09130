import { expect, test } from "vitest";
import { choicesOf } from "./choices";

const project = { kind: "project" as const, id: "p", key: "PRJ-1", title: "Atlas" };
const standard = { id: "s", title: "Standard", project };
const germany = { id: "d", title: "Germany", project: null };

test("a project's own calendars stand before the workspace's", () => {
  expect(choicesOf([germany, standard], "The workspace", "This project")).toEqual([
    { group: "This project", items: [{ value: "s", label: "Standard" }] },
    { group: "The workspace", items: [{ value: "d", label: "Germany" }] },
  ]);
});

test("calendars of one place need no headings", () => {
  expect(choicesOf([germany], "The workspace", "This project")).toEqual([
    { value: "d", label: "Germany" },
  ]);
});
