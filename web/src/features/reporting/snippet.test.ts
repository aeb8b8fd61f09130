import { expect, test } from "vitest";
import { snippetOf } from "./snippet";

test("a title cannot break out of the snippet", () => {
  expect(snippetOf("https://x.example/s/abc", `"><script>&`)).toBe(
    `<iframe src="https://x.example/s/abc" title="&quot;>&lt;script>&amp;" width="100%" height="600" style="border:0" allow="fullscreen"></iframe>`,
  );
});
