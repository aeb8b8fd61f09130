import { expect, test } from "vitest";
import { builtNav, NAV, navFor, perspectiveOf } from "./nav";

test("only pages whose route exists are in the navigation", () => {
  const built = builtNav(["/$workspace/home", "/$workspace/projects/", "/$workspace/projects/$id"]);
  expect(built.map((entry) => entry.to)).toEqual(["home", "projects"]);
});

test("each perspective shows its own pages", () => {
  expect(navFor("project", NAV).map((entry) => entry.to)).toEqual([
    "morning",
    "projects",
    "risks",
    "status",
    "resources",
  ]);
  expect(navFor("product", NAV).map((entry) => entry.to)).toContain("roadmap");
});

test("a page of one perspective opens that door, a page of both opens neither", () => {
  expect(perspectiveOf("/acme/roadmap")).toBe("product");
  expect(perspectiveOf("/acme/projects/42")).toBe("project");
  expect(perspectiveOf("/acme/home")).toBeUndefined();
});

test("no two pages share a key", () => {
  const keys = NAV.map((entry) => entry.key);
  expect(new Set(keys).size).toBe(keys.length);
});
