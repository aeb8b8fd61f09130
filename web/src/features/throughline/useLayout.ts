import { useQuery } from "@tanstack/react-query";
import { elkGraphOf, spotsOf } from "./graph";
import type { Line } from "./throughline";

/** The places of the nodes. The layout engine is heavy, so it is loaded when the first graph is drawn. */
export function useLayout(line: Line) {
  const shape = line.edges.map(({ reason, consequence }) => `${reason}>${consequence}`).join();
  return useQuery({
    queryKey: ["layout", line.nodes.map(({ id }) => id).join(), shape],
    queryFn: async () => {
      const { default: Elk } = await import("elkjs/lib/elk.bundled.js");
      return spotsOf(await new Elk().layout(elkGraphOf(line)));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
