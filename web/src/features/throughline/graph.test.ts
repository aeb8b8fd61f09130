import Elk from "elkjs/lib/elk.bundled.js";
import { describe, expect, it } from "vitest";
import { spotsOf } from "@/ui/graph/layered";
import { elkGraphOf } from "./graph";
import { diamond } from "./testLine";

describe("the graph's layout", () => {
  it("puts every reason left of its consequence", async () => {
    const spots = spotsOf(await new Elk().layout(elkGraphOf(diamond)));
    for (const { reason, consequence } of diamond.edges) {
      expect(spots.get(reason)?.x).toBeLessThan(spots.get(consequence)?.x ?? 0);
    }
  });

  it("lets no two cards share a place", async () => {
    const spots = spotsOf(await new Elk().layout(elkGraphOf(diamond)));
    const places = [...spots.values()].map(({ x, y }) => `${x},${y}`);
    expect(new Set(places).size).toBe(diamond.nodes.length);
  });
});
