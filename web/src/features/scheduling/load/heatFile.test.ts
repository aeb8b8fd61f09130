import { expect, test } from "vitest";
import { foundIn, heatCsv } from "./heatFile";
import type { Heat, HeatRow } from "./load";

const row = (key: string, title: string, role?: string) =>
  ({
    resource: { kind: "resource", id: key, key, title },
    role: role ? { title: role } : null,
    project: null,
    capacity: [40, 40],
    hard: [32.256, 0],
    soft: [0, 8],
    over: [0, 0],
  }) as unknown as HeatRow;

const words = {
  who: "Resource",
  role: "Role",
  measure: "Hours",
  of: { booked: "Booked", asked: "Asked for", capacity: "Capacity", over: "Too much" },
};

test("rows are found by name, key and role", () => {
  const rows = [row("RES-1", "Ann", "Mason"), row("RES-2", "Ben")];
  expect(foundIn(rows, " mas").map(({ resource }) => resource.title)).toEqual(["Ann"]);
  expect(foundIn(rows, "res-2").map(({ resource }) => resource.title)).toEqual(["Ben"]);
  expect(foundIn(rows, "")).toBe(rows);
});

test("the file has four lines for everybody, and nothing in it is a formula", () => {
  const periods = [{ first: "2026-03-02" }, { first: "2026-03-09" }] as Heat["periods"];
  const text = heatCsv({ periods, rows: [row("RES-1", '=Ann, "A"', "Mason")] }, words);
  expect(text.split("\r\n")).toEqual([
    "Key,Resource,Role,Hours,2026-03-02,2026-03-09",
    `RES-1,"'=Ann, ""A""",Mason,Booked,32.26,0`,
    `RES-1,"'=Ann, ""A""",Mason,Asked for,0,8`,
    `RES-1,"'=Ann, ""A""",Mason,Capacity,40,40`,
    `RES-1,"'=Ann, ""A""",Mason,Too much,0,0`,
    "",
  ]);
});
