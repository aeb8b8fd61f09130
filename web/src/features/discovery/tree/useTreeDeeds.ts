import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Item } from "@/api/types";
import type { BranchStatus, IdeaNode, OpportunityNode, Warning } from "../types";
import { useDeed } from "../useDeed";
import type { TreeNode } from "./grow";

type Growth = "opportunity" | "idea" | "experiment";

/** What is done to the tree, each with its undo. */
export function useTreeDeeds(productId: string) {
  const { t } = useTranslation();
  const deed = useDeed();
  const named = (node: TreeNode) =>
    "title" in node.subject.object ? node.subject.object.title : "";
  return {
    isPending: deed.isPending,
    add: (place: TreeNode, kind: Growth, title: string, then: (made: Item) => void) =>
      deed.mutate(
        { run: () => grown(productId, place, kind, title), said: t("tree.added", { name: title }) },
        { onSuccess: (made) => then(made as Item) },
      ),
    move: (node: TreeNode, place: TreeNode) =>
      deed.mutate({
        run: () => moved(node, place),
        said: t("tree.moved", { name: named(node) }),
      }),
    mark: ({ id, version, title }: OpportunityNode, fields: Marks) =>
      deed.mutate({
        run: () => http.patch(`/opportunities/${id}/branch`, fields, { version }),
        said: t("tree.marked", { name: title }),
      }),
    prune: ({ id, version, title }: OpportunityNode) =>
      deed.mutate({
        run: () => http.post(`/opportunities/${id}/pruning`, undefined, { version }),
        said: t("tree.pruned", { name: title }),
      }),
    rename: (node: TreeNode, title: string) => {
      const { kind, object } = node.subject;
      if (kind === "loose" || !("version" in object)) return;
      deed.mutate({
        run: () => http.patch(`/${PLURAL[kind as Growth]}/${object.id}`, { title }, object),
        said: t("tree.renamed", { name: title }),
      });
    },
    dismiss: ({ code, object_id, object_kind }: Warning) =>
      deed.mutate({
        run: () => http.post("/dismissals", { warning: code, object_id, object_kind }),
        said: t("tree.dismissed"),
      }),
  };
}

interface Marks {
  status?: BranchStatus;
  is_target?: boolean;
}

const PLURAL = { opportunity: "opportunities", idea: "ideas", experiment: "experiments" } as const;

function grown(productId: string, place: TreeNode, kind: Growth, title: string): Promise<Item> {
  const { subject } = place;
  if (subject.kind === "idea") {
    const { id: idea_id, riskiest: risk } = subject.object;
    return http.post("/experiments", { idea_id, risk, title });
  }
  if (subject.kind === "objective" || subject.kind === "key_result") {
    const { id } = subject.object;
    return http.post(`/outcomes/${subject.kind}/${id}/opportunities`, {
      product_id: productId,
      title,
    });
  }
  if (subject.kind === "loose")
    return http.post(`/${PLURAL[kind]}`, { product_id: productId, title });
  if (kind === "idea") return http.post(`/opportunities/${subject.object.id}/ideas`, { title });
  return http.post("/opportunities", {
    product_id: productId,
    title,
    parent_id: subject.object.id,
  });
}

function moved(node: TreeNode, place: TreeNode): Promise<unknown> {
  const from = node.parent ? spotOf(node.parent) : null;
  const to = spotOf(place);
  if (node.subject.kind === "idea") {
    const { id, version } = node.subject.object as IdeaNode;
    const body = { away_from_id: from?.id ?? null, to_id: to?.id ?? null };
    return http.post(`/ideas/${id}/move`, body, { version });
  }
  const { id, version } = node.subject.object as OpportunityNode;
  return http.post(`/opportunities/${id}/move`, { away_from: from, to }, { version });
}

/** The place as the server takes it; what gathers the loose is none. */
function spotOf({ subject }: TreeNode): { kind: string; id: string } | null {
  return subject.kind === "loose" ? null : { kind: subject.kind, id: subject.object.id };
}
