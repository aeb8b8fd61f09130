import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { draw } from "@/ui/testing/draw";
import { AmendmentRow } from "./AmendmentRow";
import type { Amendment } from "./amendments";

const MAREK = { id: "m", name: "Marek" };
const PRIYA = { id: "p", name: "Priya" };

function show(amendment: object) {
  const waiting = {
    key: "AMD-1",
    state: "proposed",
    reason: "Late sensors.",
    differences: [],
    proposed_by: MAREK,
    project_by: MAREK,
    project_at: "2026-03-02T08:00:00Z",
    product_by: null,
    product_at: null,
    declined_by: null,
    decline_reason: "",
    can: {},
  };
  draw(
    <QueryClientProvider client={new QueryClient()}>
      <AmendmentRow amendment={{ ...waiting, ...amendment } as unknown as Amendment} />
    </QueryClientProvider>,
  );
}

test("whoever waits for the other side takes the amendment back, and that side signs or declines", () => {
  show({ can: { decline: true } });
  expect(screen.getByText("For the product: not signed yet")).toBeTruthy();
  expect(screen.getByRole("button").textContent).toBe("Take it back");
  show({ can: { decline: true, sign_product: true } });
  expect(screen.getByRole("button", { name: "Sign for the product" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Decline" })).toBeTruthy();
});

test("what was declined waits for nobody, and says who declined it or took it back", () => {
  const declined = { state: "declined", declined_by: PRIYA, decline_reason: "No." };
  show(declined);
  expect(screen.queryByText(/not signed yet/)).toBeNull();
  expect(screen.getByText(/^For the project: Marek/)).toBeTruthy();
  expect(screen.getByText("Priya declined it: “No.”")).toBeTruthy();
  show({ ...declined, declined_by: MAREK });
  expect(screen.getByText("Marek took it back: “No.”")).toBeTruthy();
});
