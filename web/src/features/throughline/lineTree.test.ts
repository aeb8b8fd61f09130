import { describe, expect, it } from "vitest";
import { type Branch, lineTree } from "./lineTree";
import { diamond } from "./testLine";

const shape = (branches: Branch[]): unknown[] =>
  branches.map(({ node, branches: beyond }) => [node.key, ...shape(beyond)]);

describe("lineTree", () => {
  it("reads why upward to the evidence", () => {
    expect(shape(lineTree(diamond, "why"))).toEqual([
      ["IDEA-1", ["OPP-1", ["INS-1"]]],
      ["OBJ-1", ["OPP-1"]],
    ]);
  });

  it("opens what two ways lead to only once", () => {
    const [, objective] = lineTree(diamond, "why");
    expect(objective?.branches[0]?.isRepeat).toBe(true);
  });

  it("reads how downward", () => {
    expect(shape(lineTree(diamond, "how"))).toEqual([["PRJ-1"]]);
  });

  it("knows from which end a sentence reads", () => {
    const [idea] = lineTree(diamond, "why");
    const [project] = lineTree(diamond, "how");
    expect([idea?.isForward, project?.isForward]).toEqual([true, false]);
  });
});
