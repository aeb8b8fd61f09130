import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { http } from "@/api/http";

/** Tells the server that this person looks at the roadmap now; what is new since the look before is asked for after. */
export function useVisit(productId: string): void {
  const cache = useQueryClient();
  useEffect(() => {
    http.post(`/objects/product/${productId}/visit`, { view: "roadmap" }).then(
      () => cache.invalidateQueries({ queryKey: ["differences", productId, "last-look"] }),
      // What fails here is only a convenience for next time.
      () => undefined,
    );
  }, [cache, productId]);
}
