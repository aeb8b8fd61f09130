import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { http } from "@/api/http";
import { draw } from "@/ui/testing/draw";
import { TriageInbox } from "./TriageInbox";

vi.mock("@/features/core/useProduct", () => ({ useProduct: () => ({ product: { id: "p1" } }) }));
vi.mock("@/features/core/useDone", () => ({ useDone: () => () => Promise.resolve() }));
vi.mock("./InsightView", () => ({ InsightView: ({ id }: { id: string }) => <p>reading {id}</p> }));

Element.prototype.scrollIntoView = () => undefined;

const insight = (id: string) => ({
  id,
  kind: "insight",
  key: id.toUpperCase(),
  title: `Insight ${id}`,
  version: 3,
  source: "interview",
  customer: null,
  created_at: "2026-03-02T09:00:00Z",
  can: { edit: true },
});

function drawInbox() {
  vi.spyOn(http, "get").mockResolvedValue({ items: ["a", "b", "c"].map(insight), next: null });
  // Never answered: what is shown is what the person did.
  const patch = vi.spyOn(http, "patch").mockReturnValue(new Promise(() => undefined));
  draw(
    <QueryClientProvider client={new QueryClient()}>
      <TriageInbox productId="p1" />
    </QueryClientProvider>,
  );
  return patch;
}

it("walks with J and K, and E processes the insight one reads and moves to the next", async () => {
  const patch = drawInbox();
  await screen.findByText("reading a", {}, { timeout: 10_000 });
  await userEvent.keyboard("j");
  expect(screen.getByText("reading b")).toBeTruthy();
  await userEvent.keyboard("e");
  await waitFor(() =>
    expect(patch).toHaveBeenCalledWith("/insights/b", { state: "processed" }, { version: 3 }),
  );
  expect(screen.getByText("reading c")).toBeTruthy();
  expect(screen.queryByText("Insight b")).toBeNull();
  await userEvent.keyboard("k");
  expect(screen.getByText("reading a")).toBeTruthy();
}, 30_000);
