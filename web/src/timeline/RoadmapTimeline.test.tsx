import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { minuteOf, spanOfWindow } from "./geometry/time";
import { items, lanes } from "./harness/roadmapCast";
import { lightPalette } from "./palette";
import { RoadmapTimeline } from "./RoadmapTimeline";
import type { RoadmapProps } from "./roadmapProps";

beforeAll(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  HTMLCanvasElement.prototype.getContext = (() => null) as never;
});
afterEach(cleanup);

const draw = (more: Partial<RoadmapProps> = {}) =>
  render(
    <RoadmapTimeline
      lanes={lanes}
      items={items}
      label="Atlas"
      palette={lightPalette}
      locale="en-GB"
      today={minuteOf("2026-11-24T10:00")}
      {...more}
    />,
  );

test("the picture says what it shows and speaks of what is chosen", () => {
  draw({ selectedId: "i1" });
  expect(screen.getByRole("application").getAttribute("aria-label")).toContain("17 items");
  expect(screen.getByText(/^Usage-based pricing, Win the mid-market, In progress/)).toBeTruthy();
});

test("arrows choose and Enter opens", () => {
  const [onSelect, onOpen] = [vi.fn(), vi.fn()];
  draw({ onSelect, onOpen });
  fireEvent.keyDown(screen.getByRole("application"), { key: "ArrowDown" });
  expect(onSelect).toHaveBeenCalledWith("i0");
  fireEvent.keyDown(screen.getByRole("application"), { key: "Enter" });
  expect(onOpen).toHaveBeenCalledWith("i0");
});

test("Alt with an arrow moves the chosen initiative by its own unit, or to the next lane", () => {
  const onMove = vi.fn();
  draw({ selectedId: "i1", onMove });
  const picture = screen.getByRole("application");
  fireEvent.keyDown(picture, { key: "ArrowRight", altKey: true });
  const next = spanOfWindow({ start: "2027-01-01", finish: "2027-03-31" });
  expect(onMove).toHaveBeenLastCalledWith("i1", { ...next, laneId: "grow" });
  fireEvent.keyDown(picture, { key: "ArrowDown", altKey: true });
  expect(onMove).toHaveBeenLastCalledWith("i1", { ...next, laneId: "trust" });
});

test("nothing moves where one may only read", () => {
  const onMove = vi.fn();
  draw({ selectedId: "i1", onMove, readOnly: true });
  const picture = screen.getByRole("application");
  fireEvent.keyDown(picture, { key: "ArrowRight", altKey: true });
  fireEvent.keyDown(picture, { key: "ArrowDown", altKey: true });
  expect(onMove).not.toHaveBeenCalled();
});

test("an answer of no puts the initiative back", async () => {
  const onMove = vi.fn(() => Promise.reject(new Error("refused")));
  draw({ selectedId: "i1", onMove });
  const picture = screen.getByRole("application");
  fireEvent.keyDown(picture, { key: "ArrowRight", altKey: true });
  await new Promise((done) => setTimeout(done, 0));
  fireEvent.keyDown(picture, { key: "ArrowRight", altKey: true });
  expect(onMove.mock.calls[1]).toEqual(onMove.mock.calls[0]);
});

test("the table has every initiative under real headings", () => {
  const onOpen = vi.fn();
  draw({ view: "table", onOpen });
  const table = screen.getByRole("table", { name: "Atlas" });
  expect(within(table).getAllByRole("row")).toHaveLength(items.length + 1);
  expect(
    within(table)
      .getAllByRole("columnheader")
      .map((each) => each.textContent),
  ).toContain("Chance");
  fireEvent.click(within(table).getByRole("button", { name: /Usage-based pricing/ }));
  expect(onOpen).toHaveBeenCalledWith("i1");
});

test("an empty roadmap says so", () => {
  draw({ items: [] });
  expect(screen.getByText("No initiative has a window yet.")).toBeTruthy();
});
