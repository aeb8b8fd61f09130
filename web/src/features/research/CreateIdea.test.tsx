import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { http } from "@/api/http";
import { draw } from "@/ui/testing/draw";
import CreateIdea from "./CreateIdea";

vi.mock("@/features/core/useProduct", () => ({ useProduct: () => ({ product: { id: "p1" } }) }));

it("proposes an idea for the product one looks at, new unless said otherwise", async () => {
  const made = { kind: "idea", id: "i1", key: "IDEA-1", title: "Show who is near" };
  const post = vi.spyOn(http, "post").mockResolvedValue(made);
  const onCreated = vi.fn();
  draw(
    <QueryClientProvider client={new QueryClient()}>
      <CreateIdea onCreated={onCreated} onCancel={() => undefined} />
    </QueryClientProvider>,
  );
  await userEvent.type(screen.getByLabelText(/What could we do/), "Show who is near");
  await userEvent.click(screen.getByRole("button", { name: "Create" }));
  await waitFor(() => expect(onCreated).toHaveBeenCalledWith(made));
  expect(post).toHaveBeenCalledWith(
    "/ideas",
    expect.objectContaining({ product_id: "p1", status: "new", title: "Show who is near" }),
  );
});
