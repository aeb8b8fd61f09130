import { expect, test } from "vitest";
import type { TimelineRow } from "../types";
import { englishWords } from "../words";
import { type CellContext, readCell } from "./cells";
import { STANDARD_WORKDAY } from "./durations";
import { rowNames } from "./predecessors";

const context: CellContext = {
  words: englishWords,
  locale: "en",
  workday: STANDARD_WORKDAY,
  names: rowNames([]),
  linksOf: () => [],
  types: [{ id: "t1", title: "Bug" }],
  added: new Map(),
};
const read = (text: string) => readCell({} as TimelineRow, "type", text, context);

test("a type is written by its name, a plain task by its word or by nothing", () => {
  expect(read(" bug ")).toEqual({ edit: { field: "type", value: "t1" } });
  for (const text of ["", "Task"])
    expect(read(text)).toEqual({ edit: { field: "type", value: null } });
  expect(read("Epic")).toEqual({ fault: "There is no such type. There are: Task, Bug" });
});
