import { act, renderHook } from "@testing-library/react";
import type { PointerEvent } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { TreeNode } from "./grow";
import { useTreeDrag } from "./useTreeDrag";

const node = { id: "a" } as TreeNode;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function pressed(pointerType: string) {
  const [onClick, onHold] = [vi.fn(), vi.fn()];
  const options = {
    frame: { current: null },
    view: { x: 0, y: 0, zoom: 1 },
    layout: { spots: new Map(), width: 0, height: 0 } as never,
    cardWidth: 200,
    nodes: new Map(),
    canEdit: true,
    onDrop: vi.fn(),
    onRefused: vi.fn(),
    onClick,
    onHold,
  };
  const { result } = renderHook(() => useTreeDrag(options));
  const at = (x: number) =>
    ({
      button: 0,
      pointerType,
      clientX: x,
      clientY: 0,
      currentTarget: { setPointerCapture: () => undefined },
    }) as unknown as PointerEvent<HTMLElement>;
  act(() => result.current.begin(at(0), node));
  return { result, at, onClick, onHold };
}

test("a finger that rests asks for the menu, and lifting it is no click", () => {
  const { result, at, onClick, onHold } = pressed("touch");
  act(() => result.current.follow(at(4)));
  act(() => vi.advanceTimersByTime(500));
  expect(onHold).toHaveBeenCalledWith(node);
  act(() => result.current.end());
  expect(onClick).not.toHaveBeenCalled();
});

test("a short touch is a click, a moved one a drag, and a mouse never asks by resting", () => {
  const short = pressed("touch");
  act(() => short.result.current.end());
  expect(short.onClick).toHaveBeenCalledWith(node);
  const moved = pressed("touch");
  act(() => moved.result.current.follow(moved.at(40)));
  const mouse = pressed("mouse");
  act(() => vi.advanceTimersByTime(2000));
  for (const { onHold } of [short, moved, mouse]) expect(onHold).not.toHaveBeenCalled();
});
