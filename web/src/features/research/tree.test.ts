import { describe, expect, it } from "vitest";
import { branchOf, treeRows } from "./tree";

const items = [
  { id: "a", parent_id: null },
  { id: "b", parent_id: "a" },
  { id: "c", parent_id: "b" },
  { id: "d", parent_id: null },
  { id: "e", parent_id: "not here" },
];

describe("treeRows", () => {
  it("puts children under their parents, one level deeper", () => {
    const rows = treeRows(items, new Set());
    expect(rows.map(({ item, depth }) => `${depth}${item.id}`)).toEqual([
      "0a",
      "1b",
      "2c",
      "0d",
      "0e",
    ]);
  });

  it("keeps what stands below a closed row out of sight, and still counts it", () => {
    const rows = treeRows(items, new Set(["a"]));
    expect(rows.map(({ item }) => item.id)).toEqual(["a", "d", "e"]);
    expect(rows[0]).toMatchObject({ children: 1, isOpen: false });
  });
});

describe("branchOf", () => {
  it("is the item and everything below it", () => {
    expect([...branchOf(items, "a")]).toEqual(["a", "b", "c"]);
  });
});
