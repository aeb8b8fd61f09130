import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addressOf, http } from "./http";
import { workspaceOf } from "./workspace";

const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.stubGlobal("fetch", fetched);
  window.history.replaceState(null, "", "/acme/home");
  // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookie store
  document.cookie = "northline_csrf=token";
});

afterEach(() => {
  vi.unstubAllGlobals();
  fetched.mockReset();
});

test("a write says which workspace, which version and that it is ours", async () => {
  fetched.mockResolvedValue(new Response("{}"));
  await http.patch("/ideas/1", { title: "New" }, { version: 3 });
  const [address, init] = fetched.mock.calls[0] ?? [];
  const headers = new Headers(init?.headers);
  expect(address).toBe("/api/ideas/1");
  expect(headers.get("If-Match")).toBe('"3"');
  expect(headers.get("X-CSRFToken")).toBe("token");
  expect(headers.get("Northline-Workspace")).toBe("acme");
});

test("a refusal is thrown as a problem, a lost connection as one that may be sent again", async () => {
  fetched.mockResolvedValueOnce(new Response('{"code":"right.missing"}', { status: 403 }));
  await expect(http.get("/ideas/1")).rejects.toMatchObject({ code: "right.missing" });
  fetched.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  await expect(http.get("/ideas/1")).rejects.toMatchObject({ isUnsent: true });
});

test("an answer without a body is nothing", async () => {
  fetched.mockResolvedValue(new Response(null, { status: 204 }));
  await expect(http.delete("/ideas/1")).resolves.toBeUndefined();
});

test("filters that are not set stay out of the address", () => {
  expect(addressOf("/ideas", { q: "a b", tag: undefined, source: "" })).toBe("/api/ideas?q=a+b");
});

test("the pages outside have no workspace", () => {
  expect(workspaceOf("/sign-in")).toBeUndefined();
  expect(workspaceOf("/acme/roadmap")).toBe("acme");
});
