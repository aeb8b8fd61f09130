import { useMutation, useQueryClient } from "@tanstack/react-query";
import { portalKey } from "./wishes";

/** One deed of a visitor; everything that is shown of the portal is asked for anew after it. */
export function usePortalDeed<In, Out>(
  slug: string,
  deed: (given: In) => Promise<Out>,
  onDone?: (answer: Out) => void,
) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: async (answer) => {
      await cache.invalidateQueries({ queryKey: portalKey(slug) });
      onDone?.(answer);
    },
  });
}
