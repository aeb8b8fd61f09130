import { expect, test } from "vitest";
import { clockIn, momentOf } from "./reminders";

test("a preset is a moment from now on, at nine where it is another day", () => {
  const monday = new Date(2026, 2, 2, 22, 30);
  expect(momentOf("inThreeHours", monday)).toEqual({ day: "2026-03-03", hour: "01:30" });
  expect(momentOf("tomorrow", monday)).toEqual({ day: "2026-03-03", hour: "09:00" });
  expect(momentOf("nextMonday", monday)).toEqual({ day: "2026-03-09", hour: "09:00" });
  expect(momentOf("nextMonday", new Date(2026, 2, 8, 8, 0)).day).toBe("2026-03-09");
});

test("the clock is that of the member's own time zone", () => {
  const moment = new Date("2026-03-02T22:30:00Z");
  expect(momentOf("tomorrow", clockIn("Asia/Tokyo", moment)).day).toBe("2026-03-04");
  expect(momentOf("inThreeHours", clockIn("UTC", moment))).toEqual({
    day: "2026-03-03",
    hour: "01:30",
  });
});
