import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Chance, chancesQuery } from "./roadmap";

/** The chance of each initiative of the product that a project has taken on. */
export function useChances(productId: string): ReadonlyMap<string, Chance> {
  const { data } = useQuery(chancesQuery(productId));
  return useMemo(() => new Map(data?.map((chance) => [chance.initiative_id, chance])), [data]);
}
