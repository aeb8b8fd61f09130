import { expect, test } from "vitest";
import { placeInMonth, ruleOf } from "./rhythms";

test("a day knows which of its weekdays in the month it is", () => {
  expect(placeInMonth("2026-03-02")).toEqual({ nth: 1, weekday: 0 });
  expect(placeInMonth("2026-03-20")).toEqual({ nth: 3, weekday: 4 });
  expect(placeInMonth("2026-03-31")).toEqual({ nth: -1, weekday: 1 });
});

test("a rhythm becomes a rule", () => {
  expect(ruleOf("monthlyOn", "2026-03-02")).toBe("FREQ=MONTHLY;BYDAY=1MO");
  expect(ruleOf("monthlyOn", "2026-03-31")).toBe("FREQ=MONTHLY;BYDAY=-1TU");
  expect(ruleOf("quarterly", "2026-03-02")).toBe("FREQ=MONTHLY;INTERVAL=3");
  expect(ruleOf("yearly", "2026-03-02")).toBe("FREQ=YEARLY");
});

test("what begins on a day that not every month has comes on the last one that it has", () => {
  expect(ruleOf("monthly", "2026-01-30")).toBe("FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1");
});
