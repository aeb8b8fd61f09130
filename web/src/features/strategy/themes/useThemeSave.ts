import { useQueryClient } from "@tanstack/react-query";
import type { Theme } from "@/features/core/themes";
import { useSave } from "@/ui/useSave";
import { themeQuery } from "./queries";

/** Edits a theme; what is weighed by it is asked anew. */
export function useThemeSave(id: string, key?: string) {
  const cache = useQueryClient();
  const save = useSave<Theme>(themeQuery(id).queryKey, `/themes/${id}`, key);
  const settle = () => void cache.invalidateQueries({ queryKey: ["theme"] });
  return {
    failureCount: save.failureCount + (save.isError ? 1 : 0),
    mutate: (wish: Parameters<typeof save.mutate>[0]) => save.mutate(wish, { onSettled: settle }),
  };
}
