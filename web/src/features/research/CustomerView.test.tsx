import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { http } from "@/api/http";
import { draw } from "@/ui/testing/draw";
import { CustomerView } from "./CustomerView";

const acme = { kind: "customer", id: "c1", key: "CUS-1", title: "Acme", segment: "Fleets" };

function drawCustomer(customers: object[], insights: object[]) {
  const answers: Record<string, object[]> = { "/customers": customers, "/insights": insights };
  vi.spyOn(http, "get").mockImplementation((path) =>
    Promise.resolve({ items: answers[path] ?? [], next: null }),
  );
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  draw(
    <QueryClientProvider client={cache}>
      <CustomerView id="c1" />
    </QueryClientProvider>,
  );
}

describe("CustomerView", () => {
  it("names the customer, its segment, and that nothing was noted yet", async () => {
    drawCustomer([acme], []);
    expect(await screen.findByRole("heading", { name: "Acme" })).toBeTruthy();
    expect(screen.getByText("Fleets")).toBeTruthy();
    expect(await screen.findByText("Nothing noted from this customer yet.")).toBeTruthy();
  });

  it("says so when there is no such customer", async () => {
    drawCustomer([], []);
    expect(await screen.findByText("There is nothing here that you can see")).toBeTruthy();
  });
});
