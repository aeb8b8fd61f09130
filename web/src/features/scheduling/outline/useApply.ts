import { useTranslation } from "react-i18next";
import { useUndo } from "@/features/core/activity";
import { toast } from "@/ui/toast";
import type { Edit, Plan } from "../plan";
import type { Promised } from "../sendEdits";
import { usePlanEdits } from "../usePlanEdits";

/** Sends edits as one change, says what was done, and offers to take it back. A refusal is told above the chart. */
export function useApply(plan: Plan) {
  const { t } = useTranslation();
  const undo = useUndo();
  const { mutateAsync, isPending } = usePlanEdits(plan.project.id, plan.scenario?.id);
  const apply = async (
    edits: Edit[],
    said: string,
    promised: readonly Promised[] = [],
  ): Promise<boolean> => {
    if (edits.length === 0) return false;
    try {
      const { change_id } = await mutateAsync(promised.length > 0 ? { edits, promised } : edits);
      const back = change_id && { label: t("undo"), run: () => undo.mutate(change_id) };
      toast.done(said, back || undefined);
      return true;
    } catch {
      return false;
    }
  };
  return { apply, isPending };
}
