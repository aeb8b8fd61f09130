import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { http } from "@/api/http";
import type { Job } from "@/api/types";
import { draw } from "@/ui/testing/draw";
import { JobProgress } from "./JobProgress";

function drawJob(told: Pick<Job, "progress" | "total" | "unit">) {
  const job: Job = {
    ...{ id: "j1", name: "work", state: "done", note: "Working on it" },
    ...{ result: {}, refusal: null, eta_seconds: null },
    ...told,
  };
  vi.spyOn(http, "get").mockResolvedValue(job);
  draw(
    <QueryClientProvider client={new QueryClient()}>
      <JobProgress jobId="j1" />
    </QueryClientProvider>,
  );
}

it("tells a share of a job that counts in percent", async () => {
  drawJob({ progress: 40, total: 100, unit: "percent" });
  expect(await screen.findByText(/Working on it · 40\s?%/)).toBeTruthy();
});

it("tells a hundred rows as rows", async () => {
  drawJob({ progress: 40, total: 100, unit: "rows" });
  expect(await screen.findByText("Working on it · 40 of 100 rows")).toBeTruthy();
});
