import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";

interface Deed<T> {
  run: () => Promise<T>;
  /** What was done, for the toast that can take it back. */
  said: string;
}

/** What discovery shows again after anything in it was done. */
const SHOWN = ["discovery-tree", "risks", "riskiest", "experiment", "idea", "opportunity", "gaps"];

/** Does one thing on the server, says so with its undo, and says why when it is refused. */
export function useDeed<T = unknown>() {
  const cache = useQueryClient();
  const done = useDone();
  return useMutation({
    mutationFn: ({ run }: Deed<T>) => run(),
    onSuccess: async (_made, { said }) => {
      void done(said);
      await refresh();
    },
    onError: (fault) => {
      toast.failed(fault.detail || fault.title);
      void refresh();
    },
  });

  async function refresh() {
    await Promise.all(SHOWN.map((key) => cache.invalidateQueries({ queryKey: [key] })));
  }
}
