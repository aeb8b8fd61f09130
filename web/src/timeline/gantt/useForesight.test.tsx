import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Foreseen, GanttProps } from "../ganttProps";
import type { Gesture } from "../gestures/drag";
import { useForesight } from "./useForesight";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const touch = { x: 0, y: 0, at: 0 };
const was = { start: 0, finish: 100 };
const dragged = (minutes: number): Gesture => ({
  kind: "move",
  id: "t",
  from: touch,
  was,
  span: { start: was.start + minutes, finish: was.finish + minutes },
  touch,
});
const said = (words: string): Foreseen => ({ spans: new Map(), words });

function held(onForesee: GanttProps["onForesee"]) {
  const repaint = vi.fn();
  const say = vi.fn();
  const start = { rows: [] as GanttProps["rows"] };
  const { result, rerender } = renderHook(
    ({ rows }) =>
      useForesight({ props: { rows, onForesee } as unknown as GanttProps, repaint, say }),
    { initialProps: start },
  );
  const rest = () => act(() => vi.advanceTimersByTimeAsync(200));
  return { repaint, say, rest, foresight: () => result.current, rerender };
}

test("a bar that rests is asked about once, and what would come of it is drawn", async () => {
  const ask = vi.fn().mockResolvedValue(said("same finish"));
  const { foresight, rest, repaint, say } = held(ask);
  foresight().follow(dragged(10));
  foresight().follow(dragged(20));
  foresight().follow({ ...dragged(20), touch: { x: 3, y: 0, at: 20 } } as Gesture);
  await rest();
  expect(ask).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: "t", kind: "moved" }));
  expect(foresight().seen.current?.words).toBe("same finish");
  expect(repaint).toHaveBeenCalled();
  expect(say).toHaveBeenCalledExactlyOnceWith("same finish");
});

test("an answer that comes after the bar went on is not drawn, and the new place is asked about", async () => {
  const answers: ((found: Foreseen) => void)[] = [];
  const ask = vi.fn(() => new Promise<Foreseen>((answer) => answers.push(answer)));
  const { foresight, rest } = held(ask);
  foresight().follow(dragged(10));
  await rest();
  foresight().follow(dragged(20));
  await rest();
  expect(ask).toHaveBeenCalledTimes(1);
  answers[0]?.(said("old"));
  await rest();
  expect(foresight().seen.current).toBeNull();
  answers[1]?.(said("new"));
  await rest();
  expect(foresight().seen.current?.words).toBe("new");
});

test("a bar put back in its place, or a gesture called off, shows nothing", async () => {
  const ask = vi.fn().mockResolvedValue(said("later"));
  const { foresight, rest } = held(ask);
  foresight().follow(dragged(10));
  await rest();
  foresight().follow(dragged(0));
  expect(foresight().seen.current).toBeNull();
  foresight().follow(dragged(10));
  foresight().follow({ kind: "idle" });
  await rest();
  expect(ask).toHaveBeenCalledTimes(1);
  expect(foresight().seen.current).toBeNull();
});

test("let go of, it stays until the rows are new, and goes at once when the edit is refused", async () => {
  const ask = vi.fn().mockResolvedValue(said("later"));
  const { foresight, rest, rerender } = held(ask);
  foresight().follow(dragged(10));
  await rest();
  foresight().keep(new Promise(() => {}));
  expect(foresight().seen.current?.words).toBe("later");
  rerender({ rows: [] });
  expect(foresight().seen.current).toBeNull();

  foresight().follow(dragged(30));
  await rest();
  foresight().keep(Promise.reject(new Error("no")));
  await rest();
  expect(foresight().seen.current).toBeNull();
});
