import { expect, test } from "vitest";
import { quartersText } from "./windowText";

test("quarters are named once where they are one, with the year once where it is one", () => {
  expect(quartersText({ start: "2026-04-01", finish: "2026-06-30" })).toBe("Q2 2026");
  expect(quartersText({ start: "2026-04-01", finish: "2026-09-30" })).toBe("Q2 – Q3 2026");
  expect(quartersText({ start: "2026-10-01", finish: "2027-03-31" })).toBe("Q4 2026 – Q1 2027");
});
