import { QueryClient } from "@tanstack/react-query";
import { Problem } from "@/api/problem";

/** Queries carry the kinds they show, so a live change knows which of them to refresh. */
declare module "@tanstack/react-query" {
  interface Register {
    defaultError: Problem;
    queryMeta: { kinds?: readonly string[] };
    mutationMeta: { unsent?: string };
  }
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, fault) => fault instanceof Problem && fault.isUnsent && count < 3,
      },
    },
  });
}
