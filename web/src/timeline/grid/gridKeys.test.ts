import { expect, test } from "vitest";
import { gridDeed } from "./gridKeys";

const key = (
  name: string,
  held: Partial<Record<"shiftKey" | "altKey" | "ctrlKey", boolean>> = {},
) => ({
  key: name,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

test("the outline is edited as a text editor's and a spreadsheet's is", () => {
  expect(gridDeed(key("Enter"), false)).toEqual({ do: "add" });
  expect(gridDeed(key("Tab"), false)).toEqual({ do: "indent" });
  expect(gridDeed(key("Tab", { shiftKey: true }), false)).toEqual({ do: "outdent" });
  expect(gridDeed(key("ArrowUp", { altKey: true }), false)).toEqual({
    do: "reorder",
    direction: "up",
  });
  expect(gridDeed(key("Delete"), false)).toEqual({ do: "remove" });
  expect(gridDeed(key("F2"), false)).toEqual({ do: "edit", draft: null });
  expect(gridDeed(key("r"), false)).toEqual({ do: "edit", draft: "r" });
  expect(gridDeed(key("ArrowDown", { shiftKey: true }), false)).toEqual({ do: "stretch", rows: 1 });
  expect(gridDeed(key("d", { ctrlKey: true }), false)).toEqual({ do: "fill" });
  expect(gridDeed(key("s", { altKey: true }), false)).toEqual({ do: "command", command: "split" });
});

test("who only reads may move, fold and open, and nothing else", () => {
  expect(gridDeed(key("ArrowDown"), true)).toEqual({ do: "move", rows: 1, columns: 0 });
  expect(gridDeed(key("["), true)).toEqual({ do: "fold" });
  expect(gridDeed(key("Enter"), true)).toEqual({ do: "open" });
  for (const name of ["Delete", "F2", "Tab", "r"]) expect(gridDeed(key(name), true)).toBeNull();
  expect(gridDeed(key("ArrowUp", { altKey: true }), true)).toBeNull();
  expect(gridDeed(key("d", { ctrlKey: true }), true)).toBeNull();
});

test("the browser keeps its own shortcuts", () => {
  expect(gridDeed(key("c", { ctrlKey: true }), false)).toBeNull();
  expect(gridDeed(key("Shift"), false)).toBeNull();
});
