import { isWithin, type TreeNode } from "./grow";

/** Why a node may not hang there; null: it may. */
export type Hindrance = "itself" | "below_itself" | "same" | "wrong_place" | "fixed";

/** May `node` be hung below `place`? */
export function hindrance(node: TreeNode, place: TreeNode): Hindrance | null {
  const { kind } = node.subject;
  if (kind !== "opportunity" && kind !== "idea") return "fixed";
  if (node === place) return "itself";
  if (isWithin(place, node)) return "below_itself";
  if (node.parent === place) return "same";
  return takes(place, kind) ? null : "wrong_place";
}

function takes({ subject }: TreeNode, kind: "opportunity" | "idea"): boolean {
  if (subject.kind === "opportunity") return true;
  if (subject.kind === "loose")
    return (subject.object.id === "no_outcome") === (kind === "opportunity");
  return kind === "opportunity" && (subject.kind === "objective" || subject.kind === "key_result");
}

/** Kinds that may grow below a node, the likeliest first. */
export function growable({
  subject,
  children,
}: TreeNode): ("opportunity" | "idea" | "experiment")[] {
  if (subject.kind === "objective" || subject.kind === "key_result") return ["opportunity"];
  if (subject.kind === "idea") return ["experiment"];
  if (subject.kind === "loose") {
    return [subject.object.id === "no_outcome" ? "opportunity" : "idea"];
  }
  if (subject.kind !== "opportunity") return [];
  const parted = children.some((child) => child.subject.kind === "opportunity");
  return parted ? ["opportunity", "idea"] : ["idea", "opportunity"];
}
