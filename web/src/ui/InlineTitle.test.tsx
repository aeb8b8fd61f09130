import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { InlineTitle } from "./InlineTitle";
import { draw } from "./testing/draw";

async function edit(text: string) {
  const onSave = vi.fn();
  const user = userEvent.setup();
  draw(<InlineTitle value="Old" canEdit onSave={onSave} />);
  await user.click(screen.getByRole("button"));
  await user.keyboard(text);
  return onSave;
}

test("Enter saves what was typed over the old title", async () => {
  const onSave = await edit("  New {Enter}");
  expect(onSave).toHaveBeenCalledExactlyOnceWith("New");
});

test("Escape keeps the old title", async () => {
  const onSave = await edit("New{Escape}");
  expect(onSave).not.toHaveBeenCalled();
  expect(screen.getByRole("heading").textContent).toBe("Old");
});

test("an empty title is not saved", async () => {
  const onSave = await edit("{Backspace}{Enter}");
  expect(onSave).not.toHaveBeenCalled();
});

test("who may not edit sees a heading and no button", () => {
  draw(<InlineTitle value="Old" canEdit={false} onSave={vi.fn()} />);
  expect(screen.queryByRole("button")).toBeNull();
});
