import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { draw } from "../testing/draw";
import { DataTable } from "./DataTable";
import { readSort, writeSort } from "./sort";

const rows = ["Cedar", "Alder", "Birch"].map((name) => ({ name }));
const columns = [{ accessorKey: "name", header: "Name" }];

function names(): (string | null)[] {
  return screen.getAllByRole("cell").map((cell) => cell.textContent);
}

test("the sort comes from the address and goes to it", async () => {
  const onSort = vi.fn();
  draw(
    <DataTable
      label="Trees"
      rows={rows}
      columns={columns}
      rowId={(row) => row.name}
      sort="name"
      onSort={onSort}
    />,
  );
  expect(names()).toEqual(["Alder", "Birch", "Cedar"]);
  await userEvent.click(screen.getByRole("button", { name: "Name" }));
  expect(onSort).toHaveBeenCalledWith("-name");
});

test("arrows walk the rows and Enter opens the one with the focus", async () => {
  const onOpen = vi.fn();
  const user = userEvent.setup();
  draw(
    <DataTable
      label="Trees"
      rows={rows}
      columns={columns}
      rowId={(row) => row.name}
      onOpen={onOpen}
    />,
  );
  await user.tab();
  await user.keyboard("{ArrowDown}");
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe("Alder"));
  await user.keyboard("{Enter}");
  expect(onOpen).toHaveBeenCalledWith({ name: "Alder" });
});

test("a sort reads back as it was written", () => {
  expect(writeSort(readSort("-finish"))).toBe("-finish");
  expect(writeSort(readSort(undefined))).toBeUndefined();
});
