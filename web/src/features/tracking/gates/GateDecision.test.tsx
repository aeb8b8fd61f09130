import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { draw } from "@/ui/testing/draw";
import { GateDecision } from "./GateDecision";
import type { Gate } from "./gates";
import type { GateDeeds } from "./useGateDeeds";

const BY = { id: "1", name: "Ann", initials: "A" };
const said = (verdict: string, note: string, at: string) => ({
  verdict,
  note,
  at,
  by: BY,
  met: 0,
  open: [],
  conditions: [],
});

function show(decisions: object[], decide: boolean) {
  const gate = { id: "g", conditions: [], decisions, unmet: 0, can: { decide }, archived_at: null };
  draw(
    <QueryClientProvider client={new QueryClient()}>
      <GateDecision gate={gate as unknown as Gate} deeds={{} as GateDeeds} />
    </QueryClientProvider>,
  );
}

const HELD = said("hold", "It leaks", "2026-03-04T08:00:00Z");
const WENT = said("go", "Worth a plan", "2026-03-02T08:00:00Z");

test("a decided gate shows who decided, when and why, and decides again only when asked", async () => {
  const user = userEvent.setup();
  show([HELD, WENT], true);
  expect(screen.getByText(/Ann held it.*2026.*“It leaks”/)).toBeTruthy();
  expect(screen.getByText("1 earlier decision")).toBeTruthy();
  expect(screen.queryByRole("combobox")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Decide again" }));
  expect(screen.getByRole("combobox", { name: "Decide again" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Keep the decision" }));
  expect(screen.queryByRole("combobox")).toBeNull();
});

test("whoever may not decide reads the decision and is offered nothing", () => {
  show([HELD], false);
  expect(screen.getByText(/It leaks/)).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

test("a gate that is not decided asks for a decision at once", () => {
  show([], true);
  expect(screen.getByRole("combobox", { name: "Decide" })).toBeTruthy();
});
