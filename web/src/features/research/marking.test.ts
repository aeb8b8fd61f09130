import { describe, expect, it } from "vitest";
import type { RichNode } from "@/api/types";
import { sentencesOf, withMarks } from "./marking";

const text = (words: string, ...marks: string[]): RichNode => ({
  type: "text",
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const block = (...content: RichNode[]): RichNode => ({ type: "paragraph", content });
const doc = (...content: RichNode[]): RichNode => ({ type: "doc", content });

describe("withMarks", () => {
  it("cuts a text where a passage begins and ends", () => {
    const marked = withMarks(doc(block(text("one two three"))), [{ start: 4, end: 7 }]);
    expect(marked).toEqual(doc(block(text("one "), text("two", "highlight"), text(" three"))));
  });

  it("counts the end of every block, every break and the sign of a mention", () => {
    const mention = { type: "mention", attrs: { id: "1", label: "Di" } };
    const written = doc(
      block(text("ab"), { type: "hardBreak" }, mention, text("c")),
      block(text("de")),
    );
    // a0 b1 break2 @3 D4 i5 c6 end7 d8 e9
    const marked = withMarks(written, [{ start: 6, end: 9 }]);
    expect(marked.content?.[0]?.content?.[3]).toEqual(text("c", "highlight"));
    expect(marked.content?.[1]?.content).toEqual([text("d", "highlight"), text("e")]);
  });

  it("marks a text once where passages overlap, and keeps its other marks", () => {
    const marked = withMarks(doc(block(text("abcdef", "bold"))), [
      { start: 0, end: 4 },
      { start: 2, end: 6 },
    ]);
    const pieces = ["ab", "cd", "ef"].map((piece) => text(piece, "bold", "highlight"));
    expect(marked).toEqual(doc(block(...pieces)));
  });
});

describe("sentencesOf", () => {
  it("gives each sentence once, with the signs that close it", () => {
    expect(sentencesOf("She calls.\n\n“Who is near?” Nobody knows\nShe calls.")).toEqual([
      "She calls.",
      "“Who is near?”",
      "Nobody knows",
    ]);
  });
});
