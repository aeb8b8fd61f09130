import { MantineProvider } from "@mantine/core";
import { cleanup, render } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, vi } from "vitest";
import "@/ui/words/words";

// jsdom has no layout, no media and no fonts; Mantine asks for them.
if (!("fonts" in document)) Object.assign(document, { fonts: new EventTarget() });
window.matchMedia ??= vi.fn().mockImplementation((query: string) => ({
  matches: false,
  media: query,
  addEventListener: vi.fn(),
  removeEventListener: vi.fn(),
  addListener: vi.fn(),
  removeListener: vi.fn(),
}));
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

// A scrolling list draws what fits: in a test there is room.
Object.defineProperty(HTMLElement.prototype, "clientHeight", { value: 800 });

afterEach(cleanup);

/** Draws a component inside the theme, for tests. */
export function draw(element: ReactElement) {
  return render(<MantineProvider env="test">{element}</MantineProvider>);
}
