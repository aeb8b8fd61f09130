import { expect, test } from "vitest";
import type { TimelineLink } from "../types";
import { driversOf, drivingPath, NO_PATH } from "./driving";

const link = (before: string, after: string, driving = true): TimelineLink => ({
  id: `${before}>${after}`,
  before,
  after,
  kind: "FS",
  lagMinutes: 0,
  lagUnit: "working",
  driving,
});

const drivers = driversOf([link("a", "b"), link("b", "d"), link("c", "d", false), link("d", "e")]);

test("the path of a row goes back over what sets its date, and leaves the rest out", () => {
  const { rows, links } = drivingPath(drivers, "d");
  expect([...rows]).toEqual(["d", "b", "a"]);
  expect([...links]).toEqual(["b>d", "a>b"]);
});

test("a row that nothing drives, and no row, have no path", () => {
  expect(drivingPath(drivers, "a")).toBe(NO_PATH);
  expect(drivingPath(drivers, null)).toBe(NO_PATH);
});

test("a circle ends where it began", () => {
  const circle = driversOf([link("a", "b"), link("b", "a")]);
  expect([...drivingPath(circle, "a").rows]).toEqual(["a", "b"]);
});
