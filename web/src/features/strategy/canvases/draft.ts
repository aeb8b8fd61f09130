import type { Nature, Version } from "./types";

/** A statement being written; `id` is null until it is saved, `key` tells it apart meanwhile. */
export interface DraftStatement {
  key: string;
  id: string | null;
  text: string;
  nature: Nature;
}

export type Draft = Readonly<Record<string, readonly DraftStatement[]>>;

let made = 0;
export const blank = (): DraftStatement => {
  made += 1;
  return { key: `new-${made}`, id: null, text: "", nature: "assumption" };
};

export function draftOf(boxes: readonly string[], basis: Version | undefined): Draft {
  const said = new Map(basis?.boxes.map(({ box, statements }) => [box, statements]));
  return Object.fromEntries(
    boxes.map((box) => [
      box,
      (said.get(box) ?? []).map(({ id, text, nature }) => ({ key: id, id, text, nature })),
    ]),
  );
}

/** The words of a box, a line a statement. */
export const linesOf = (statements: readonly { text: string }[]) =>
  statements
    .map(({ text }) => text.trim())
    .filter((text) => text !== "")
    .join("\n");

/** What is sent: statements without words are left out. */
export function saidOf(draft: Draft) {
  return Object.fromEntries(
    Object.entries(draft).map(([box, statements]) => [
      box,
      statements
        .map(({ id, text, nature }) => ({ id, text: text.trim(), nature }))
        .filter(({ text }) => text !== ""),
    ]),
  );
}

const changed = (
  draft: Draft,
  box: string,
  change: (statements: DraftStatement[]) => DraftStatement[],
): Draft => ({ ...draft, [box]: change([...(draft[box] ?? [])]) });

export const edited = (draft: Draft, box: string, key: string, fields: Partial<DraftStatement>) =>
  changed(draft, box, (all) =>
    all.map((each) => (each.key === key ? { ...each, ...fields } : each)),
  );

/** With a new statement behind the one named, or at the end. */
export const added = (draft: Draft, box: string, fresh: DraftStatement, after?: string) =>
  changed(draft, box, (all) => {
    const place = all.findIndex(({ key }) => key === after);
    return place < 0 ? [...all, fresh] : all.toSpliced(place + 1, 0, fresh);
  });

export const removed = (draft: Draft, box: string, key: string) =>
  changed(draft, box, (all) => all.filter((each) => each.key !== key));

/** One place up (-1) or down (1); at the end of the box it stays. */
export const moved = (draft: Draft, box: string, key: string, by: -1 | 1) =>
  changed(draft, box, (all) => {
    const place = all.findIndex((each) => each.key === key);
    const [one, other] = [all[place], all[place + by]];
    return one && other ? all.with(place, other).with(place + by, one) : all;
  });
