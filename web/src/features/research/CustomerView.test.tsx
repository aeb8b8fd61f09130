import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { http } from "@/api/http";
import { draw } from "@/ui/testing/draw";
import { CustomerView } from "./CustomerView";

const acme = {
  kind: "customer",
  id: "c1",
  key: "CUS-1",
  title: "Acme",
  type: "company",
  company: null,
  segment: "Fleets",
  size: 40,
  value: 120_000,
  archived_at: null,
  can: { edit: false },
};
const PATIENT = { timeout: 10_000 };
const dana = { ...acme, id: "c2", key: "CUS-2", title: "Dana", type: "person" };

vi.mock("@/features/core/ItemRow", () => ({
  ItemRow: ({ item }: { item: { title: string } }) => item.title,
}));
vi.mock("@/features/throughline/ObjectMenu", () => ({ ObjectMenu: () => null }));

function drawCustomer(people: object[], insights: object[]) {
  const answers: Record<string, object> = {
    "/customers/c1": acme,
    "/lists/customer": { items: people, next: null },
    "/lists/customer/fields": { fields: [] },
    "/insights": { items: insights, next: null },
    "/links": [],
  };
  vi.spyOn(http, "get").mockImplementation((path) =>
    Promise.resolve(answers[path] ?? { items: [], next: null }),
  );
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  draw(
    <QueryClientProvider client={cache}>
      <CustomerView id="c1" place="peek" />
    </QueryClientProvider>,
  );
}

describe("CustomerView", () => {
  it("tells what the customer is worth, and that nothing was noted yet", async () => {
    drawCustomer([], []);
    expect(await screen.findByRole("heading", { name: "Acme" }, PATIENT)).toBeTruthy();
    expect(screen.getByText("Fleets")).toBeTruthy();
    expect(screen.getByText("120,000")).toBeTruthy();
    expect(
      await screen.findByText("Nothing noted from this customer yet.", {}, PATIENT),
    ).toBeTruthy();
  }, 30_000);

  it("names the people of a company", async () => {
    drawCustomer([dana], []);
    expect(await screen.findByText("Dana", {}, PATIENT)).toBeTruthy();
  }, 30_000);
});
