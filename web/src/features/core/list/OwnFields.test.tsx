import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { http } from "@/api/http";
import type { Field } from "@/ui/list/types";
import { draw } from "@/ui/testing/draw";
import { OwnFields } from "./OwnFields";

const field = (name: string, label: string): Field => ({
  name: `custom.${name}`,
  custom: name,
  type: "text",
  label,
  description: "",
  operators: [],
  options: [],
  of: null,
  sortable: true,
  groupable: false,
  writes: "custom",
  only_types: [],
});

function drawProject(product_id: string | null) {
  const project = { kind: "project", id: "p1", key: "PRJ-1", archived_at: null, product_id };
  const row = { ...project, title: "Move", version: 1, can: { edit: false }, fields: {} };
  const every = [field("site", "Site"), field("fleet", "Fleet")];
  const answers: Record<string, object> = {
    "/lists/project": { items: [row], next: null },
    "/lists/project/fields": { fields: every },
    "/custom-fields": [
      { name: "site", product_id: null },
      { name: "fleet", product_id: "atlas" },
    ],
  };
  vi.spyOn(http, "get").mockImplementation((path) => Promise.resolve(answers[path] ?? {}));
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  draw(
    <QueryClientProvider client={cache}>
      <OwnFields object={project} />
    </QueryClientProvider>,
  );
}

it("shows what is no product's the fields of the workspace alone", async () => {
  drawProject(null);
  expect(await screen.findByText("Site")).toBeTruthy();
  expect(screen.queryByText("Fleet")).toBeNull();
});

it("shows what is a product's the fields of that product too", async () => {
  drawProject("atlas");
  expect(await screen.findByText("Site")).toBeTruthy();
  expect(screen.getByText("Fleet")).toBeTruthy();
});
