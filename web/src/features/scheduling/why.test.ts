import { expect, test } from "vitest";
import { type Reason, steps } from "./why";

const reason = (kind: string, minutes: number) => ({ kind, minutes }) as Reason;

test("a weekend is a step, a night is none", () => {
  const night = reason("calendar", 15 * 60);
  const weekend = reason("calendar", 63 * 60);
  const work = reason("duration", 60);
  expect(steps([work, night, weekend])).toEqual([work, weekend]);
});
