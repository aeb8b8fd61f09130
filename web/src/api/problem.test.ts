import { expect, test } from "vitest";
import { problemOf, unreachable } from "./problem";

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/problem+json" },
  });
}

test("a refusal keeps its code, its text and the faulty fields", async () => {
  const problem = await problemOf(
    answer(422, {
      code: "input.invalid",
      title: "Not accepted",
      detail: "One field is wrong.",
      fields: [{ path: "email", message: "Not an address." }, { nonsense: true }],
    }),
  );
  expect(problem.code).toBe("input.invalid");
  expect(problem.message).toBe("One field is wrong.");
  expect(problem.byField()).toEqual({ email: "Not an address." });
});

test("a stale write carries the state as it is now", async () => {
  const current = { id: "1", version: 4 };
  const problem = await problemOf(answer(412, { code: "version.stale", current }));
  expect(problem.isStale).toBe(true);
  expect(problem.current).toEqual(current);
});

test("an answer that is not a problem still says what its status was", async () => {
  const problem = await problemOf(new Response("<h1>Bad gateway</h1>", { status: 502 }));
  expect(problem.code).toBe("http.502");
  expect(problem.isUnsent).toBe(false);
});

test("no answer at all may be sent again", () => {
  expect(unreachable().isUnsent).toBe(true);
});
