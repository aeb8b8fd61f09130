import type { RichNode } from "@/api/types";

/** A stretch of a text, in UTF-16 units as the server counts them. */
export interface Span {
  start: number;
  end: number;
}

const BLOCKS = new Set(["paragraph", "heading", "codeBlock"]);

/** The document with every stretch marked; where stretches overlap, the text is marked once. */
export function withMarks(doc: RichNode, spans: readonly Span[]): RichNode {
  if (spans.length === 0) return doc;
  let at = 0;
  const walk = (node: RichNode): RichNode[] => {
    if (node.text !== undefined) {
      const start = at;
      at += node.text.length;
      return pieces(node, start, spans);
    }
    if (node.type === "mention") at += 1 + String(node.attrs?.label ?? "").length;
    if (node.type === "hardBreak") at += 1;
    const content = node.content?.flatMap(walk);
    // Every block ends a line.
    if (BLOCKS.has(node.type)) at += 1;
    return [content ? { ...node, content } : node];
  };
  return walk(doc)[0] ?? doc;
}

function pieces(node: RichNode, start: number, spans: readonly Span[]): RichNode[] {
  const text = node.text ?? "";
  const end = start + text.length;
  const cuts = spans
    .flatMap((span) => [span.start, span.end])
    .filter((cut) => cut > start && cut < end);
  const places = [...new Set([start, ...cuts, end])].sort((one, other) => one - other);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? end;
    const piece = { ...node, text: text.slice(from - start, to - start) };
    const isMarked = spans.some((span) => span.start <= from && to <= span.end);
    return isMarked ? { ...piece, marks: [...(node.marks ?? []), { type: "highlight" }] } : piece;
  });
}

/** The sentences of a text, for whoever marks one without a pointer. */
export function sentencesOf(text: string): string[] {
  const found = text
    .split(/\n+/)
    .flatMap((line) => line.match(/[^.!?]+[.!?]*[”"’')\]]*\s*/g) ?? []);
  return [
    ...new Set(found.map((sentence) => sentence.trim()).filter((sentence) => sentence !== "")),
  ];
}
