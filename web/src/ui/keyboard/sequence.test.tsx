import { expect, test, vi } from "vitest";
import { type Binding, isTaken, step } from "./sequence";

const roadmap = vi.fn();
const create = vi.fn();
const bindings: Binding[] = [
  { keys: "g r", run: roadmap },
  { keys: "c", run: create },
  { keys: "r", run: vi.fn() },
];

test("G then R goes to the roadmap", () => {
  const first = step("g", 0, undefined, bindings);
  expect(first.run).toBeUndefined();
  expect(step("r", 500, first.waiting, bindings).run).toBe(roadmap);
});

test("a second key that comes late stands for itself", () => {
  const { waiting } = step("g", 0, undefined, bindings);
  expect(step("r", 5_000, waiting, bindings).run).not.toBe(roadmap);
});

test("a second key without a pair is read as a first", () => {
  const { waiting } = step("g", 0, undefined, bindings);
  expect(step("c", 100, waiting, bindings).run).toBe(create);
  expect(step("g", 100, waiting, bindings).waiting?.first).toBe("g");
});

test("keys typed into a text or a dialog are not ours", () => {
  document.body.innerHTML = `<input id="a"><div role="dialog"><button id="b"></button></div><p id="c"></p>`;
  const taken = (id: string, init: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent("keydown", { key: "c", bubbles: true, ...init });
    document.getElementById(id)?.dispatchEvent(event);
    return isTaken(event);
  };
  expect(taken("a")).toBe(true);
  expect(taken("b")).toBe(true);
  expect(taken("c")).toBe(false);
  expect(taken("c", { ctrlKey: true })).toBe(true);
});
