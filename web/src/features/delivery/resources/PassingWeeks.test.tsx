import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { http } from "@/api/http";
import { Problem } from "@/api/problem";
import { draw } from "@/ui/testing/draw";
import { PassingWeeks } from "./PassingWeeks";
import type { Calendar } from "./resources";

const OFFICE = [
  [480, 720],
  [780, 1020],
];
const MORNING = [[480, 720]];
const USUAL = [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []];
const SUMMER = {
  first: "2026-07-01",
  last: "2026-07-31",
  name: "Summer",
  week: USUAL.map((day) => (day === OFFICE ? MORNING : day)),
};
const MAY = { ...SUMMER, first: "2026-05-04", last: "2026-05-08", name: "May" };
const CALENDAR = { id: "c", key: "CAL-1", version: 3, week: USUAL } as unknown as Calendar;

function show(canEdit: boolean, weeks: object[]) {
  const onChange = vi.fn();
  const patch = vi.spyOn(http, "patch").mockReset();
  patch.mockImplementation((_, fields) =>
    Promise.resolve({ ...CALENDAR, ...(fields as object), version: 4 }),
  );
  draw(
    <QueryClientProvider client={new QueryClient()}>
      <PassingWeeks
        calendar={{ ...CALENDAR, weeks } as Calendar}
        canEdit={canEdit}
        onChange={onChange}
      />
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), patch, onChange };
}

/** The button of the weeks at a place, whatever the order of a date's parts. */
function button(verb: "Change" | "Remove", place: number) {
  return screen.getAllByRole("button", { name: new RegExp(`^${verb} .*2026`) })[place] as Element;
}

async function change(place: number) {
  await userEvent.click(button("Change", place));
  return within(await screen.findByRole("dialog"));
}

test("hours of weeks are changed where they stand, and wrong ones are not sent", async () => {
  const { user, patch } = show(true, [MAY, SUMMER]);
  expect(screen.getByText("Summer: Monday–Friday 8:00–12:00")).toBeTruthy();
  const form = await change(1);
  const friday = form.getByRole("textbox", { name: "Friday" });
  await user.clear(friday);
  await user.type(friday, "9-8");
  await user.click(form.getByRole("button", { name: "Save" }));
  expect(form.getByText("Write hours as 8:00–12:00, 13:00–17:00.")).toBeTruthy();
  expect(patch).not.toHaveBeenCalled();
  await user.clear(friday);
  await user.click(form.getByRole("button", { name: "Save" }));
  const week = [MORNING, MORNING, MORNING, MORNING, [], [], []];
  const weeks = [MAY, { ...SUMMER, week }];
  await waitFor(() =>
    expect(patch).toHaveBeenCalledWith("/calendars/c", { weeks }, { version: 3 }),
  );
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(document.activeElement?.textContent).toBe("Add weeks that differ");
}, 30_000);

test("weeks whose last day lies before the first are not sent", async () => {
  const { user, patch } = show(true, [{ ...MAY, first: "2026-05-08", last: "2026-05-04" }]);
  const form = await change(0);
  expect(form.queryByRole("status")).toBeNull();
  await user.click(form.getByRole("button", { name: "Save" }));
  expect(await form.findByText("The last day lies before the first.")).toBeTruthy();
  expect(patch).not.toHaveBeenCalled();
}, 30_000);

test("days that are shared are told, and a refusal stands in the form that keeps what was written", async () => {
  const { user, patch } = show(true, [MAY, { ...SUMMER, first: "2026-05-08" }]);
  const refusal = { status: 403, code: "no", title: "Not allowed", detail: "Ask the planner." };
  patch.mockRejectedValueOnce(new Problem(refusal));
  const form = await change(0);
  expect(form.getByRole("status").textContent).toMatch(/^Shares days with .*May.* – .*Jul.*2026/);
  await user.clear(form.getByRole("textbox", { name: "Name" }));
  await user.click(form.getByRole("button", { name: "Save" }));
  expect(await form.findByText("Ask the planner.")).toBeTruthy();
  expect(form.getByRole("textbox", { name: "Name" })).toHaveProperty("value", "");
}, 30_000);

test("another week begins as a copy of the usual one, and needs its days", async () => {
  const { user } = show(true, []);
  expect(screen.getByText("The working week is always the same.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Add weeks that differ" }));
  const form = within(await screen.findByRole("dialog"));
  expect(form.getByRole("textbox", { name: "Monday" })).toHaveProperty(
    "value",
    "8:00–12:00, 13:00–17:00",
  );
  await user.click(form.getByRole("button", { name: "Add" }));
  expect(form.getAllByText("Choose a day.")).toHaveLength(2);
}, 30_000);

test("whoever only reads sees the weeks, and one is taken away by whoever plans", async () => {
  show(false, [SUMMER]);
  expect(screen.getByText("Summer: Monday–Friday 8:00–12:00")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
  const { user, onChange } = show(true, [SUMMER, MAY]);
  await user.click(button("Remove", 0));
  expect(onChange).toHaveBeenCalledWith([MAY]);
});
