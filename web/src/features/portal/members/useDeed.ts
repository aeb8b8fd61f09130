import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import { PORTAL_KEY } from "./portals";

interface Deed {
  said: string;
  run: () => Promise<unknown>;
  then?: () => void;
  settled?: () => void;
}

/** What members do at a portal: said when it is done, with its undo, or refused with the reason. */
export function useDeed() {
  const cache = useQueryClient();
  const done = useDone();
  const deed = useMutation({
    mutationFn: ({ run }: Deed) => run(),
    onSuccess: (_answer, { said, then }) => {
      void done(said);
      then?.();
    },
    onError: (fault) => toast.failed(fault.detail || fault.title),
    onSettled: async (_answer, _fault, { settled }) => {
      await cache.invalidateQueries({ queryKey: PORTAL_KEY });
      settled?.();
      await cache.invalidateQueries({ queryKey: ["list"] });
    },
  });
  return {
    isPending: deed.isPending,
    act: (said: string, run: () => Promise<unknown>, then?: () => void, settled?: () => void) =>
      deed.mutate({ said, run, then, settled }),
  };
}
