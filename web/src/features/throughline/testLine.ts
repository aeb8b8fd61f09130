import type { Kind } from "@/api/types";
import type { Line, LineEdge, LineNode } from "./throughline";

const node = (kind: Kind, key: string, side: LineNode["side"]): LineNode => ({
  kind,
  id: key,
  key,
  title: `Title of ${key}`,
  status: "",
  archived: false,
  side,
});

const reasonIsSource = (type: string, source: string, target: string): LineEdge => ({
  type,
  source,
  target,
  reason: source,
  consequence: target,
});

const reasonIsTarget = (type: string, source: string, target: string): LineEdge => ({
  type,
  source,
  target,
  reason: target,
  consequence: source,
});

/** An insight behind an opportunity that an initiative answers in two ways; a project realises it. For tests. */
export const diamond: Line = {
  focus: { kind: "initiative", id: "INI-1" },
  nodes: [
    node("insight", "INS-1", "why"),
    node("opportunity", "OPP-1", "why"),
    node("idea", "IDEA-1", "why"),
    node("objective", "OBJ-1", "why"),
    node("initiative", "INI-1", "focus"),
    node("project", "PRJ-1", "how"),
  ],
  edges: [
    reasonIsSource("supports", "INS-1", "OPP-1"),
    reasonIsTarget("addresses", "IDEA-1", "OPP-1"),
    reasonIsSource("serves", "OPP-1", "OBJ-1"),
    reasonIsTarget("delivers", "INI-1", "IDEA-1"),
    reasonIsTarget("advances", "INI-1", "OBJ-1"),
    reasonIsTarget("realises", "PRJ-1", "INI-1"),
  ],
  truncated: false,
};
