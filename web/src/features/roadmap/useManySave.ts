import { useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import { askedFor } from "./asking";
import { type Around, type Initiative, type Roadmap, roadmapQuery, withFields } from "./roadmap";

export interface ManyEdits {
  edits: { seen: Initiative; fields: Partial<Initiative> }[];
  said: string;
}

/** Edits several initiatives as one deed: all or none, one undo. */
export function useManySave(productId: string) {
  const cache = useQueryClient();
  const done = useDone();
  const { queryKey } = roadmapQuery(productId);
  return useMutation({
    mutationFn: ({ edits }: ManyEdits) => settle(productId, edits, {}),
    onMutate: async ({ edits }) => {
      await cache.cancelQueries({ queryKey });
      const fields = new Map(edits.map((edit) => [edit.seen.id, edit.fields]));
      cache.setQueryData<Roadmap>(
        queryKey,
        (roadmap) =>
          roadmap && {
            ...roadmap,
            initiatives: roadmap.initiatives.map((each) =>
              withFields(each, fields.get(each.id) ?? {}),
            ),
          },
      );
    },
    onSuccess: (saved, { said }) => {
      if (saved) void done(said);
    },
    onError: (fault) => toast.failed(fault.detail || fault.title),
    onSettled: () => cache.invalidateQueries({ queryKey }),
  });
}

/** False where the person, asked about it, thinks better of it. */
async function settle(
  productId: string,
  edits: ManyEdits["edits"],
  around: Around,
): Promise<boolean> {
  const body = {
    edits: edits.map(({ seen, fields }) => ({ id: seen.id, version: seen.version, fields })),
    ...around,
  };
  try {
    await http.post(`/products/${productId}/roadmap/edits`, body);
    return true;
  } catch (fault) {
    const said = await askedFor(fault);
    if (said === undefined || said?.no_review_reason) throw fault;
    if (said === null) return false;
    const acknowledge = [...(around.acknowledge ?? []), ...(said.acknowledge ?? [])];
    return settle(productId, edits, { reason: said.reason ?? around.reason, acknowledge });
  }
}
