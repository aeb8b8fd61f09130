import { expect, test } from "vitest";
import { freeCsv } from "./freeFile";
import type { FreePeople } from "./load";

test("each person has a line with what is free in every period", () => {
  const ann = {
    resource: { key: "RES-1", title: "Ann" },
    role: null,
    skills: [
      { name: "Painting", level: 4 },
      { name: "Glazing", level: 2 },
    ],
    first_day: "2026-03-03",
    enough_on: null,
    free: 32,
    capacity: 40,
    free_hours: [32],
  };
  const found = {
    by: "week",
    periods: [{ first: "2026-03-02" }],
    people: [ann],
  } as unknown as FreePeople;
  const words = {
    who: "Who",
    role: "Role",
    skills: "Skills",
    from: "From",
    enoughOn: "40 h by",
    free: "Free",
    capacity: "Of",
  };
  expect(freeCsv(found, words).split("\r\n")).toEqual([
    "Key,Who,Role,Skills,From,40 h by,Free,Of,2026-03-02",
    'RES-1,Ann,,"Painting 4, Glazing 2",2026-03-03,,32,40,32',
    "",
  ]);
});
