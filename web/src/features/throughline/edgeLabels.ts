import type { LineEdge } from "./throughline";

/** Steps that say their word: of several that fan out from or into one object alike, the first speaks for all. */
export function speaking(edges: readonly LineEdge[]): Set<LineEdge> {
  const said = new Set<string>();
  return new Set(
    edges.filter(({ type, reason, consequence }) => {
      const fans = [`${type}>${consequence}`, `${reason}>${type}`];
      const isNew = fans.every((fan) => !said.has(fan));
      for (const fan of fans) said.add(fan);
      return isNew;
    }),
  );
}
