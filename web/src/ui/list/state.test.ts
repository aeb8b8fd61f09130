import { expect, test } from "vitest";
import { clauseOf, conditionsOf, directionOf, nextSort, readList } from "./state";

test("what the address does not understand is left out", () => {
  const read = readList({
    q: 2026,
    sort: "-title",
    where: [["status", "is", "new"], 5, { any: [] }, { any: [["owner", "empty"]] }, ["x"]],
    columns: ["title", 3],
    archived: "yes",
    surprise: 1,
  });
  expect(read).toEqual({
    q: "2026",
    sort: "-title",
    where: [["status", "is", "new"], { any: [["owner", "empty"]] }],
    columns: ["title"],
  });
  expect(readList("nonsense")).toBeUndefined();
  expect(readList({})).toBeUndefined();
});

test("a click on a header sorts up, then down, then not", () => {
  expect(nextSort("", "title", false)).toBe("title");
  expect(nextSort("title", "title", false)).toBe("-title");
  expect(nextSort("-title", "title", false)).toBe("");
  expect(nextSort("-title,key", "owner", false)).toBe("owner");
});

test("with shift a click adds a level, turns it and takes it away", () => {
  expect(nextSort("title", "owner", true)).toBe("title,owner");
  expect(nextSort("title,owner", "owner", true)).toBe("title,-owner");
  expect(nextSort("title,-owner", "owner", true)).toBe("title");
  expect(nextSort("title,owner", "title", true)).toBe("-title,owner");
});

test("a direction is told of its own field only", () => {
  expect(directionOf("-title,key", "title")).toBe("descending");
  expect(directionOf("-title,key", "key")).toBe("ascending");
  expect(directionOf("-title", "tit")).toBeUndefined();
});

test("one condition stands alone, several are joined by or", () => {
  expect(clauseOf([["a", "empty"]])).toEqual(["a", "empty"]);
  expect(
    conditionsOf({
      any: [
        ["a", "empty"],
        ["b", "empty"],
      ],
    }),
  ).toHaveLength(2);
  expect(clauseOf([])).toBeUndefined();
});
