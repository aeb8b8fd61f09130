import { expect, test } from "vitest";
import { countdown } from "./launches";

test("days are counted from the launch, as launches do", () => {
  expect([-14, 0, 3].map(countdown)).toEqual(["T−14", "T", "T+3"]);
});
