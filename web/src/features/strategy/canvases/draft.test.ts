import { expect, test } from "vitest";
import { added, blank, type Draft, draftOf, edited, moved, removed, saidOf } from "./draft";
import type { CanvasVersion } from "./types";

const rain = { key: "1", id: "1", text: "Rain", nature: "fact" } as const;
const snow = { key: "2", id: "2", text: "Snow", nature: "assumption" } as const;
const draft: Draft = { threats: [rain, snow], strengths: [] };

test("a draft goes on from the version that it is written from, box by box", () => {
  const version = {
    boxes: [{ box: "threats", statements: [{ id: "1", text: "Rain", nature: "fact" }] }],
  } as CanvasVersion;
  expect(draftOf(["strengths", "threats"], version)).toEqual({ strengths: [], threats: [rain] });
  expect(draftOf(["strengths"], undefined)).toEqual({ strengths: [] });
});

test("statements are added behind another, moved, edited and taken out", () => {
  const fresh = { ...blank(), text: " Wind " };
  const keys = (next: Draft) => next.threats?.map(({ key }) => key);
  expect(keys(added(draft, "threats", fresh, "1"))).toEqual(["1", fresh.key, "2"]);
  expect(keys(added(draft, "threats", fresh))).toEqual(["1", "2", fresh.key]);
  expect(keys(moved(draft, "threats", "2", -1))).toEqual(["2", "1"]);
  expect(keys(moved(draft, "threats", "2", 1))).toEqual(["1", "2"]);
  expect(keys(removed(draft, "threats", "1"))).toEqual(["2"]);
  expect(edited(draft, "threats", "1", { nature: "assumption" }).threats?.[0]?.nature).toBe(
    "assumption",
  );
});

test("what has no words is not sent", () => {
  expect(saidOf(added(draft, "strengths", blank())).strengths).toEqual([]);
  expect(saidOf({ threats: [{ ...snow, text: "  Snow " }] }).threats).toEqual([
    { id: "2", text: "Snow", nature: "assumption" },
  ]);
});
