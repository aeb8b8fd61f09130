import { expect, test } from "vitest";
import { endOf } from "./codes";

test("a code that is too long shows its end, at the beginning of a number", () => {
  expect(endOf("1.2.3", 8)).toBe("1.2.3");
  expect(endOf("1.2.3.4.5", 8)).toBe("…3.4.5");
  expect(endOf("1.2.3.4.50", 8)).toBe("…3.4.50");
  expect(endOf("1.2.3.40.50", 8)).toBe("…40.50");
});
