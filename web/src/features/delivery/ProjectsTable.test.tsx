// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { http } from "@/api/http";
import { draw } from "@/ui/testing/draw";
import type { Project } from "./delivery";
import { ProjectsTable } from "./ProjectsTable";

vi.mock("@/ui/shell/useWorkspace", () => ({ useWorkspace: () => "acme" }));
vi.mock("@tanstack/react-router", () => ({
  useNavigate: () => vi.fn(),
  Link: ({ children }: { children: string }) => <a href="/">{children}</a>,
}));

const projects = ["Atlas", "Borealis"].map(
  (title) =>
    ({ id: title, title, code: title, start: "2026-03-02T08:00", deadline: null }) as Project,
);

it("asks for the chances of all projects at once and tells each its own", async () => {
  const forecast = { project_id: "Borealis", p50: "2026-05-04T17:00", probability: 0.72 };
  const get = vi.spyOn(http, "get").mockResolvedValue({ items: [forecast], next: null });
  draw(
    <QueryClientProvider client={new QueryClient()}>
      <ProjectsTable
        projects={projects}
        filter={{ archived: true }}
        sort={undefined}
        onSort={vi.fn()}
      />
    </QueryClientProvider>,
  );
  await screen.findByText(/72/);
  const told = screen.getAllByRole("row").map((row) => within(row).queryByText(/72/) !== null);
  expect(told).toEqual([false, false, true]);
  expect(get).toHaveBeenCalledExactlyOnceWith(
    "/project-forecasts",
    expect.objectContaining({ query: { archived: true, limit: 200 } }),
  );
});
