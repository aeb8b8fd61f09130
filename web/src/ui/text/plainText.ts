import type { RichNode } from "@/api/types";

export const EMPTY_TEXT: RichNode = { type: "doc", content: [] };

export function isRich(value: unknown): value is RichNode {
  return typeof value === "object" && value !== null && "type" in value && value.type === "doc";
}

/** The words of a rich text, one block a line. */
export function plainText(node: RichNode): string {
  if (node.text !== undefined) return node.text;
  if (node.type === "hardBreak") return "\n";
  if (node.type === "mention") return `@${String(node.attrs?.label ?? "")}`;
  const parts = (node.content ?? []).map(plainText);
  const isInline =
    node.type === "paragraph" || node.type === "heading" || node.type === "codeBlock";
  return parts.join(isInline ? "" : "\n");
}

export function isEmptyText(node: RichNode | null | undefined): boolean {
  return !node || plainText(node).trim() === "";
}

/** Plain words as a rich text: one paragraph, or none. */
export function textOf(words: string): RichNode {
  const text = words.trim();
  if (text === "") return EMPTY_TEXT;
  return { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
}
