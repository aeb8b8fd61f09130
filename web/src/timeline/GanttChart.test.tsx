import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { GanttChart } from "./GanttChart";
import type { GanttProps } from "./ganttProps";
import { thirtyRows } from "./harness/plan";
import { lightPalette } from "./palette";

beforeEach(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(900);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(1440);
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function show(props: Partial<GanttProps> = {}) {
  const told = { onEdit: vi.fn(), onAdd: vi.fn(), onIndent: vi.fn(), onRemove: vi.fn() };
  const { rows, links } = thirtyRows();
  render(
    <GanttChart
      rows={rows}
      links={links}
      label="Atlas"
      locale="en-GB"
      palette={lightPalette}
      {...told}
      {...props}
    />,
  );
  const grid = () => screen.getByRole("treegrid", { name: "Outline of Atlas" });
  const cell = (title: string, column: string) => {
    const row = within(grid()).getByText(title).closest('[role="row"]');
    const found = row?.querySelector(`[data-column="${column}"]`);
    if (!(found instanceof HTMLElement)) throw new Error(`no ${column} of ${title}`);
    return found;
  };
  return { ...told, grid, cell };
}

const TITLE = "Route sheet design";

test("typing over a cell edits it, and Enter tells the value in its own unit", () => {
  const { grid, cell, onEdit } = show();
  fireEvent.click(cell(TITLE, "duration"));
  fireEvent.keyDown(grid(), { key: "8" });
  const input = screen.getByRole("textbox", { name: "Duration" });
  fireEvent.change(input, { target: { value: "8h" } });
  fireEvent.keyDown(input, { key: "Enter" });
  expect(onEdit).toHaveBeenCalledExactlyOnceWith("t14", { field: "durationMinutes", value: 480 });
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(cell(TITLE, "duration").textContent).toBe("8h");
});

test("what cannot be read says why, and stays to be mended", () => {
  const { cell, onEdit } = show();
  fireEvent.doubleClick(cell(TITLE, "predecessors"));
  const input = screen.getByRole("textbox", { name: "Predecessors" });
  fireEvent.change(input, { target: { value: "99" } });
  fireEvent.keyDown(input, { key: "Enter" });
  expect(screen.getByRole("alert").textContent).toBe("There is no row 99.");
  fireEvent.change(input, { target: { value: "6SS+1d" } });
  fireEvent.keyDown(input, { key: "Enter" });
  const value = [{ before: "t6", kind: "SS", lagMinutes: 480, lagUnit: "working" }];
  expect(onEdit).toHaveBeenCalledExactlyOnceWith("t14", { field: "predecessors", value });
});

test("Escape gives the cell back as it was", () => {
  const { cell, onEdit } = show();
  fireEvent.doubleClick(cell(TITLE, "title"));
  const input = screen.getByRole("textbox", { name: "Title" });
  fireEvent.change(input, { target: { value: "Something else" } });
  fireEvent.keyDown(input, { key: "Escape" });
  expect(onEdit).not.toHaveBeenCalled();
  expect(cell(TITLE, "title").textContent).toContain(TITLE);
});

test("a refused edit takes back what was shown", async () => {
  const onEdit = vi.fn(() => Promise.reject(new Error("stale")));
  const { cell } = show({ onEdit });
  fireEvent.doubleClick(cell(TITLE, "percent"));
  const input = screen.getByRole("textbox", { name: "% done" });
  fireEvent.change(input, { target: { value: "50" } });
  fireEvent.keyDown(input, { key: "Enter" });
  expect(cell(TITLE, "percent").textContent).toBe("50");
  await vi.waitFor(() => expect(cell(TITLE, "percent").textContent).toBe("0 %"));
});

test("Enter adds beside the chosen row, Tab indents, Delete removes; readers do none of it", () => {
  const mine = show();
  fireEvent.click(mine.cell(TITLE, "title"));
  for (const key of ["Enter", "Tab", "Delete"]) fireEvent.keyDown(mine.grid(), { key });
  expect(mine.onAdd).toHaveBeenCalledWith("t14", "t13");
  expect(mine.onIndent).toHaveBeenCalledWith(["t14"]);
  expect(mine.onRemove).toHaveBeenCalledWith(["t14"]);
  cleanup();
  const theirs = show({ readOnly: true });
  fireEvent.click(theirs.cell(TITLE, "title"));
  for (const key of ["Enter", "Tab", "Delete", "x"]) fireEvent.keyDown(theirs.grid(), { key });
  expect(theirs.onAdd).not.toHaveBeenCalled();
  expect(theirs.onRemove).not.toHaveBeenCalled();
  expect(screen.queryByRole("textbox")).toBeNull();
});

test("the table twin holds every row, collapsed ones too", () => {
  show({ view: "table", collapsed: new Set(["t1"]) });
  expect(within(screen.getByRole("table")).getAllByRole("row")).toHaveLength(31);
});

test("the table twin marks the row that is chosen, and scrolls to it", () => {
  const scroll = vi.fn();
  HTMLElement.prototype.scrollIntoView = scroll;
  show({ view: "table", selectedId: "t14" });
  const row = screen.getByRole("rowheader", { name: TITLE }).closest("tr");
  expect(row?.getAttribute("aria-current")).toBe("true");
  expect(scroll.mock.contexts).toEqual([row]);
  expect(document.querySelectorAll("[aria-current]")).toHaveLength(1);
});

test("of a long plan the table draws the rows in view, and counts all of them", () => {
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(800);
  const [first] = thirtyRows().rows;
  if (!first) throw new Error("no rows");
  const rows = Array.from({ length: 5_000 }, (_, nth) => ({
    ...first,
    id: `row${nth}`,
    parentId: null,
  }));
  show({ rows, links: [], view: "table" });
  const table = screen.getByRole("table", { name: "Atlas" });
  expect(table.getAttribute("aria-rowcount")).toBe("5001");
  const drawn = within(table).getAllByRole("row").length;
  expect(drawn).toBeGreaterThan(20);
  expect(drawn).toBeLessThan(200);
});
