import { useQuery } from "@tanstack/react-query";
import type { ElkNode } from "elkjs/lib/elk-api";
import { spotsOf } from "./layered";

/** The places of the nodes. The layout engine is heavy, so it is loaded when the first graph is drawn. */
export function useLayered(graph: ElkNode) {
  const shape = graph.edges?.map(({ sources, targets }) => `${sources}>${targets}`).join();
  return useQuery({
    queryKey: ["layout", graph.children?.map(({ id }) => id).join(), shape],
    queryFn: async () => {
      const { default: Elk } = await import("elkjs/lib/elk.bundled.js");
      return spotsOf(await new Elk().layout(graph));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
