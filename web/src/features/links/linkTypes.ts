import type { Kind } from "@/api/types";

/** A sentence that may stand between two kinds: source, verb, target. The server has the last word. */
export interface LinkType {
  type: LinkVerb;
  source: Kind;
  target: Kind;
}

export type LinkVerb =
  | "supports"
  | "contradicts"
  | "serves"
  | "addresses"
  | "delivers"
  | "advances"
  | "realises"
  | "speaks_for"
  | "fits"
  | "done_by"
  | "helps_with"
  | "mentions"
  | "became";

export type Direction = "forward" | "backward";

/** A way in which an object of some kind can be linked. */
export interface Choice {
  type: LinkVerb;
  direction: Direction;
  /** The kinds that fit at the other end. */
  kinds: Kind[];
}

export const LINK_TYPES: readonly LinkType[] = [
  { type: "supports", source: "insight", target: "opportunity" },
  { type: "supports", source: "insight", target: "idea" },
  { type: "supports", source: "insight", target: "statement" },
  { type: "contradicts", source: "insight", target: "statement" },
  { type: "supports", source: "experiment", target: "statement" },
  { type: "contradicts", source: "experiment", target: "statement" },
  { type: "supports", source: "insight", target: "assumption" },
  { type: "contradicts", source: "insight", target: "assumption" },
  { type: "serves", source: "opportunity", target: "objective" },
  { type: "serves", source: "opportunity", target: "key_result" },
  { type: "addresses", source: "idea", target: "opportunity" },
  { type: "delivers", source: "initiative", target: "idea" },
  { type: "advances", source: "initiative", target: "objective" },
  { type: "realises", source: "project", target: "initiative" },
  { type: "speaks_for", source: "insight", target: "persona" },
  { type: "speaks_for", source: "experiment", target: "persona" },
  { type: "fits", source: "customer", target: "persona" },
  { type: "done_by", source: "job_to_be_done", target: "persona" },
  { type: "helps_with", source: "opportunity", target: "job_to_be_done" },
  { type: "mentions", source: "insight", target: "competitor" },
  { type: "became", source: "project_assumption", target: "risk" },
  { type: "became", source: "project_assumption", target: "issue" },
  { type: "became", source: "risk", target: "issue" },
];

const VERBS = new Set<string>(LINK_TYPES.map(({ type }) => type));

export function isVerb(type: string): type is LinkVerb {
  return VERBS.has(type);
}

/** Every way in which an object of this kind can be linked, its own sentences first. */
export function choicesFor(kind: Kind): Choice[] {
  const choices: Choice[] = [];
  const add = (type: LinkVerb, direction: Direction, other: Kind) => {
    const known = choices.find((choice) => choice.type === type && choice.direction === direction);
    if (known) known.kinds.push(other);
    else choices.push({ type, direction, kinds: [other] });
  };
  for (const { type, source, target } of LINK_TYPES) {
    if (source === kind) add(type, "forward", target);
  }
  for (const { type, source, target } of LINK_TYPES) {
    if (target === kind) add(type, "backward", source);
  }
  return choices;
}
