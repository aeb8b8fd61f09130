import {
  onlineManager,
  QueryClient,
  QueryClientProvider,
  useMutation,
} from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { draw } from "@/ui/testing/draw";
import { UnsentBar } from "./UnsentBar";

function Editor({ fails }: { fails: boolean }) {
  const { mutate } = useMutation({
    mutationFn: () => (fails ? Promise.reject(new Error()) : new Promise<void>(() => undefined)),
    scope: { id: "the plan" },
    meta: { unsent: "The plan" },
    retry: true,
    retryDelay: 60_000,
  });
  return (
    <>
      <button type="button" onClick={() => mutate()}>
        Edit
      </button>
      <UnsentBar />
    </>
  );
}

async function edit(times: number, fails = false) {
  draw(
    <QueryClientProvider client={new QueryClient()}>
      <Editor fails={fails} />
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  for (let made = 0; made < times; made++) await user.click(screen.getByRole("button"));
}

afterEach(() => onlineManager.setOnline(true));

test("an edit that waits for the one before it is nothing to tell", async () => {
  await edit(2);
  expect(screen.queryByRole("status")).toBeNull();
});

test("edits are counted and named once the first of them cannot be sent", async () => {
  await edit(2, true);
  expect((await screen.findByRole("status")).textContent).toMatch(/^2 edits .*The plan$/);
});

test("edits made without a network are told at once", async () => {
  onlineManager.setOnline(false);
  await edit(1);
  expect((await screen.findByRole("status")).textContent).toMatch(/^1 edit /);
});

test("whoever leaves is asked first while an edit waits for the one before it", async () => {
  const leave = () => window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  expect(leave()).toBe(true);
  await edit(2);
  expect(leave()).toBe(false);
});
