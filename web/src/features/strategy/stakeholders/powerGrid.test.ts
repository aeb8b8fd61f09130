import { expect, test } from "vitest";
import { placeOf, standAt } from "./powerGrid";

test("interest goes to the right, power upwards, and back", () => {
  expect(placeOf({ power: 75, interest: 25 }, 400, 200)).toEqual({ x: 100, y: 50 });
  expect(standAt(100, 50, 400, 200)).toEqual({ power: 75, interest: 25 });
});

test("beyond the picture is at its edge", () => {
  expect(standAt(-50, 900, 400, 200)).toEqual({ power: 0, interest: 0 });
  expect(standAt(900, -50, 400, 200)).toEqual({ power: 100, interest: 100 });
});
