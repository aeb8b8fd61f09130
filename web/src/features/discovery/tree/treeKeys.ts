import type { KeyboardEvent } from "react";
import type { OpportunityNode } from "../types";
import type { TreeNode } from "./grow";
import { step } from "./keys";
import { growable, type Hindrance, hindrance } from "./moves";

interface Context {
  rows: readonly TreeNode[];
  closed: ReadonlySet<string>;
  /** The node that looks for another place. */
  moving: TreeNode | null;
  canEdit: boolean;
  onGo: (id: string) => void;
  onFold: (id: string, isClosed: boolean) => void;
  onOpen: (node: TreeNode) => void;
  onBegin: (node: TreeNode) => void;
  onRename: (node: TreeNode) => void;
  onMoving: (node: TreeNode | null) => void;
  onHang: (node: TreeNode, place: TreeNode) => void;
  onRefused: (why: Hindrance) => void;
  onTarget: (need: OpportunityNode) => void;
  onPrune: (node: TreeNode) => void;
  onMenu: (node: TreeNode) => void;
}

/** What the keys do on a card; what is none of its own goes on to the page. */
export function treeKeys(context: Context) {
  return (event: KeyboardEvent<HTMLElement>, node: TreeNode): void => {
    const isAnothers = event.target !== event.currentTarget;
    if (isAnothers || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = walk(event.key, node, context) ?? deed(event, node, context);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
}

type Act = (() => void) | null;

function walk(key: string, node: TreeNode, { rows, closed, onGo, onFold }: Context): Act {
  const next = step(key, node, rows, closed);
  if (!next) return null;
  if ("go" in next) return () => onGo(next.go);
  return "open" in next ? () => onFold(next.open, false) : () => onFold(next.close, true);
}

function deed(event: KeyboardEvent<HTMLElement>, node: TreeNode, context: Context): Act {
  const { moving } = context;
  if (moving) return carry(event.key, moving, node, context);
  if (event.key === " " || event.key === "o") return () => context.onOpen(node);
  if (event.key === "ContextMenu" || (event.shiftKey && event.key === "F10")) {
    return () => context.onMenu(node);
  }
  if (event.key === "Enter") {
    const grows = context.canEdit && growable(node).length > 0;
    return grows ? () => context.onBegin(node) : () => context.onOpen(node);
  }
  return context.canEdit ? change(event.key, node, context) : null;
}

function change(key: string, node: TreeNode, context: Context): Act {
  const { subject } = node;
  const isNeed = subject.kind === "opportunity";
  if (key === "F2" && "version" in subject.object) return () => context.onRename(node);
  if (key === "m" && (isNeed || subject.kind === "idea")) return () => context.onMoving(node);
  if (key === "t" && isNeed) return () => context.onTarget(subject.object);
  if (key === "Delete" && isNeed) return () => context.onPrune(node);
  return null;
}

function carry(key: string, moving: TreeNode, place: TreeNode, context: Context): Act {
  if (key === "Escape") {
    return () => {
      context.onMoving(null);
      context.onGo(moving.id);
    };
  }
  if (key !== "Enter") return null;
  const why = hindrance(moving, place);
  if (why) return () => context.onRefused(why);
  return () => {
    context.onMoving(null);
    context.onHang(moving, place);
  };
}
