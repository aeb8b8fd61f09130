import { expect, test } from "vitest";
import type { ExperimentNode, IdeaNode, OpportunityNode, Tree } from "../types";
import { countBelow, grow, shown, type TreeNode } from "./grow";
import { step } from "./keys";
import { growable, hindrance } from "./moves";

const need = (id: string, fields: Partial<OpportunityNode> = {}): OpportunityNode => ({
  id,
  key: id.toUpperCase(),
  title: `Need ${id}`,
  version: 1,
  parent_id: null,
  outcomes: [],
  status: "considered",
  is_target: false,
  ...fields,
});
const idea = (id: string, opportunities: string[]): IdeaNode => ({
  id,
  key: id.toUpperCase(),
  title: `Idea ${id}`,
  version: 1,
  status: "new",
  opportunities,
  risks: [],
  riskiest: "valuable",
});
const trial = (id: string, idea_id: string): ExperimentNode => ({
  id,
  key: id.toUpperCase(),
  title: `Trial ${id}`,
  version: 1,
  idea_id,
  risk: "valuable",
  state: "planned",
  verdict: null,
});

const TREE: Tree = {
  outcomes: [{ kind: "objective", id: "o", key: "O", title: "Outcome" }],
  opportunities: [need("a", { outcomes: ["o"] }), need("b", { parent_id: "a" }), need("c")],
  ideas: [idea("i", ["b", "c"]), idea("lost", [])],
  experiments: [trial("e", "i")],
  warnings: [],
  can: { edit: true },
};
const forest = grow(TREE);
const rows = shown(forest, new Set());
const node = (id: string) => rows.find((row) => row.id === id) as TreeNode;

test("the tree grows from outcomes; what hangs on nothing stands below", () => {
  expect(rows.map(({ id }) => id)).toEqual([
    "o",
    "a",
    "b",
    "b/i",
    "e",
    "no_outcome",
    "c",
    "c/i",
    "no_opportunity",
    "no_opportunity/lost",
  ]);
});

test("an idea that answers two needs stands below both, its experiments below the first", () => {
  expect(node("b/i").children).toHaveLength(1);
  expect(node("c/i").children).toEqual([]);
});

test("what is folded away is not shown, and is counted", () => {
  expect(shown(forest, new Set(["a"])).map(({ id }) => id)).not.toContain("b");
  expect(countBelow(node("a"))).toBe(3);
});

test("a dismissed warning is on no card", () => {
  const warning = {
    code: "few_ideas",
    object_kind: "opportunity",
    object_id: "a",
    count: 0,
  } as const;
  const grown = (dismissal_id: string | null) =>
    grow({ ...TREE, warnings: [{ ...warning, reason: "", word: "", dismissal_id }] });
  expect(grown(null)[0]?.children[0]?.warnings).toHaveLength(1);
  expect(grown("d")[0]?.children[0]?.warnings).toEqual([]);
});

test("arrows walk the tree as an outline does", () => {
  const walk = (key: string, id: string, closed: string[] = []) => {
    const folded = new Set(closed);
    return step(key, node(id), shown(forest, folded), folded);
  };
  expect(walk("ArrowDown", "b")).toEqual({ go: "b/i" });
  expect(walk("ArrowUp", "b")).toEqual({ go: "a" });
  expect(walk("ArrowRight", "a")).toEqual({ go: "b" });
  expect(walk("ArrowRight", "a", ["a"])).toEqual({ open: "a" });
  expect(walk("ArrowLeft", "a")).toEqual({ close: "a" });
  expect(walk("ArrowLeft", "a", ["a"])).toEqual({ go: "o" });
  expect(walk("ArrowRight", "e")).toBeNull();
  expect(walk("Home", "e")).toEqual({ go: "o" });
  expect(walk("End", "o")).toEqual({ go: "no_opportunity/lost" });
});

test("no branch hangs below itself, and each kind hangs only where it belongs", () => {
  expect(hindrance(node("a"), node("b"))).toBe("below_itself");
  expect(hindrance(node("a"), node("a"))).toBe("itself");
  expect(hindrance(node("b"), node("a"))).toBe("same");
  expect(hindrance(node("b/i"), node("o"))).toBe("wrong_place");
  expect(hindrance(node("e"), node("c"))).toBe("fixed");
  expect(hindrance(node("b"), node("o"))).toBeNull();
  expect(hindrance(node("b"), node("no_outcome"))).toBeNull();
  expect(hindrance(node("b/i"), node("c"))).toBeNull();
});

test("below a need that is parted the next card is a need, else an idea", () => {
  expect(growable(node("a"))[0]).toBe("opportunity");
  expect(growable(node("c"))[0]).toBe("idea");
  expect(growable(node("c/i"))).toEqual(["experiment"]);
  expect(growable(node("e"))).toEqual([]);
});
