import { expect, test } from "vitest";
import { type Card, filtered, grouped, offered, readWallView } from "./wall";

const card = (key: string, more: Partial<Card>) =>
  ({ id: key, key, health: "on_track", product: null, owners: [], stale: false, ...more }) as Card;
const ada = { id: "a", name: "Ada" };
const bo = { id: "b", name: "Bo" };
const atlas = { kind: "product", id: "p", key: "PROD-1", title: "Atlas" };
const CARDS = [
  card("X-1", { health: "off_track", owners: [bo, ada], product: atlas, stale: true }),
  card("X-2", { owners: [ada] }),
  card("X-3", {}),
];

test("the wall is filtered by health, product, owner and silence", () => {
  const keys = (view: object) => filtered(CARDS, view).map(({ key }) => key);
  expect(keys({})).toEqual(["X-1", "X-2", "X-3"]);
  expect(keys({ health: "on_track" })).toEqual(["X-2", "X-3"]);
  expect(keys({ owner: "a", product: "p" })).toEqual(["X-1"]);
  expect(keys({ stale: true })).toEqual(["X-1"]);
});

test("a project of two owners stands with both, one of none last", () => {
  const by = (name: "owner" | "product" | "health") =>
    grouped(CARDS, name).map(({ title, cards }) => `${title}: ${cards.length}`);
  expect(by("owner")).toEqual(["Ada: 2", "Bo: 1", ": 1"]);
  expect(by("product")).toEqual(["Atlas: 1", ": 2"]);
  expect(by("health")).toEqual(["off_track: 1", "on_track: 2"]);
  expect(offered(CARDS).owners.map(({ label }) => label)).toEqual(["Ada", "Bo"]);
});

test("the address holds what is shown, and nothing else", () => {
  expect(readWallView({ by: "health", health: "purple", stale: true, list: 1 })).toEqual({
    by: "health",
    health: undefined,
    product: undefined,
    owner: undefined,
    stale: true,
  });
});
