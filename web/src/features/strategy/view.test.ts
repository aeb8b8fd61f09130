import { expect, test } from "vitest";
import { readStrategy } from "./view";

test("the address says which part is shown and how; what it cannot mean is left out", () => {
  expect(
    readStrategy({ tab: "prioritise", card: "CARD-2", as: "scatter", period: 2026 }),
  ).toMatchObject({
    tab: "prioritise",
    card: "CARD-2",
    as: "scatter",
    period: "2026",
  });
  expect(readStrategy({ tab: "vision", as: "pie", voice: 3 })).toEqual({});
});
