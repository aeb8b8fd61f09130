import { expect, test } from "vitest";
import { type Holding, isAhead, withRole } from "./responsibilities";

const person = (id: string) => ({ id, name: id, active: true });
const holding: Holding = {
  function: "roadmap",
  side: "product",
  standing: "owned",
  inherited: false,
  accountable: [person("ann")],
  shares: [person("ben")],
  consulted: [],
  informed: [],
  answering: [person("cleo")],
  deputy: person("cleo"),
  deputy_from: "2026-03-01",
  deputy_until: "2026-03-02",
};

test("a person is given another role and holds no second one; the hand-over stays", () => {
  expect(withRole(holding, "ben", "informed")).toEqual({
    accountable: ["ann"],
    shares: [],
    consulted: [],
    informed: ["ben"],
    deputy_id: "cleo",
    deputy_from: "2026-03-01",
    deputy_until: "2026-03-02",
  });
});

test("a hand-over ends where nobody is left to stand in for, or for whom it was made answers", () => {
  expect(withRole(holding, "ann", null)).toMatchObject({ accountable: [], deputy_id: null });
  expect(withRole(holding, "cleo", "accountable")).toMatchObject({
    accountable: ["ann", "cleo"],
    deputy_id: null,
    deputy_from: null,
    deputy_until: null,
  });
});

test("until its first day a hand-over lies ahead", () => {
  expect(isAhead(holding)).toBe(false);
  expect(isAhead({ ...holding, answering: holding.accountable })).toBe(true);
  expect(isAhead({ ...holding, deputy: null })).toBe(false);
});
