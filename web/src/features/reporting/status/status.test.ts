import { expect, test } from "vitest";
import { adding, removing, rewriting, type Sentence, standing, wayTo } from "./status";

const one = (id: string, removed = false): Sentence => ({
  id,
  section: "summary",
  text: id,
  drafted: id,
  edited: false,
  own: false,
  removed,
  moved_on: false,
  evidence: [],
});
const [FINISH, CHANCE] = [one("finish"), one("chance", true)];
const HELD = [FINISH, CHANCE];

test("what is sent are the sentences that stand", () => {
  const said = (sentences: { id?: string | null; text: string }[] | null) =>
    sentences?.map(({ id, text }) => `${id}: ${text}`);
  expect(said(standing(HELD))).toEqual(["finish: finish"]);
  expect(said(rewriting(CHANCE, "Better.")(HELD))).toEqual(["finish: finish", "chance: Better."]);
  expect(said(removing(FINISH)(HELD))).toEqual([]);
  expect(said(adding("risks", "Mine.")(HELD))).toEqual(["finish: finish", "null: Mine."]);
});

test("what somebody else rewrote meanwhile is not written over", () => {
  const theirs = [{ ...FINISH, text: "Theirs." }, CHANCE];
  expect(rewriting(FINISH, "Mine.")(theirs)).toBeNull();
  expect(removing(FINISH)(theirs)).toBeNull();
  expect(rewriting(CHANCE, "Mine.")(theirs)).toHaveLength(2);
});

test("evidence leads to an object or to the view of the project that computes it", () => {
  const from = (kind: string) => ({
    kind,
    id: "1",
    key: "K-1",
    title: "T",
    known_at: "",
    old: false,
  });
  expect(wayTo(from("risk"))).toMatchObject({ object: { kind: "risk", id: "1" } });
  expect(wayTo(from("forecast"))).toEqual({ view: "forecast" });
  expect(wayTo(from("earned_value"))).toEqual({ view: "flow" });
});
