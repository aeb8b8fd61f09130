import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { Problem } from "@/api/problem";
import { toast } from "@/ui/toast";
import { t } from "@/ui/words/words";

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
    queryCache: new QueryCache({
      onError: (fault, query) => {
        // The first question is the guard's own, which leads to the sign-in page.
        if (query.queryKey[0] !== "session") offerSignIn(fault);
      },
    }),
    mutationCache: new MutationCache({ onError: offerSignIn }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, fault) => fault instanceof Problem && fault.isUnsent && count < 3,
      },
    },
  });
}

/** Signed out under way: sign in beside, so that nothing typed on this page is lost. */
function offerSignIn(fault: unknown): void {
  if (!(fault instanceof Problem) || !fault.isSignedOut) return;
  toast.standing("signed-out", t("signIn.lapsed"), {
    label: t("signIn.button"),
    run: () => window.open("/sign-in", "_blank", "noopener"),
  });
}
