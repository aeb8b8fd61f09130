import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "@/ui/toast";
import { useDone } from "./useDone";

interface Deed {
  run: () => Promise<unknown>;
  /** What was done, for the toast that can take it back. */
  said: string;
}

/** Does something to objects of a kind and shows them anew; a refusal is told by a toast, or by what `onDone` closes. */
export function useKept(kind: string, onDone?: () => void) {
  const cache = useQueryClient();
  const done = useDone();
  return useMutation({
    mutationFn: ({ run }: Deed) => run(),
    onSuccess: async (_made, { said }) => {
      await cache.invalidateQueries({ queryKey: [kind] });
      onDone?.();
      await done(said);
    },
    onError: (fault) => {
      if (!onDone) toast.failed(fault.detail || fault.title);
    },
  });
}
