import { http, type Query } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { type Edit, type Edited, type Plan, type PlanItem, planAddress } from "./plan";

/** What is promised for an iteration, or for none, along with the edits; what they add goes by its `temp_id`. */
export interface Promised {
  item_ids: string[];
  iteration_id: string | null;
}

interface Sent {
  projectId: string;
  scenarioId?: string | undefined;
  edits: readonly Edit[];
  /** The plan as it was, where it is at hand: then the answer says of what moved only where to, a third as long. */
  plan: Plan | undefined;
  promised?: readonly Promised[] | undefined;
  preview?: boolean;
  signal?: AbortSignal;
}

/** Edits a plan, or computes what the edits would do. */
export async function sendEdits(sent: Sent): Promise<Edited> {
  const { projectId, scenarioId, edits, plan, promised, preview, signal } = sent;
  const query: Query = { preview: preview || undefined, brief: plan ? true : undefined };
  const answer = await http.post<Schemas["EditedOut"]>(
    promised ? `/projects/${projectId}/moves` : `${planAddress(projectId, scenarioId)}/plan-edits`,
    promised ? { edits, promises: promised } : { edits },
    { query, signal },
  );
  return plan ? { ...answer, moved: movesFrom(plan, answer) } : answer;
}

/** What moved in the plan as it was. */
export function movesFrom(
  { items }: Pick<Plan, "items">,
  { moved_to }: Pick<Schemas["EditedOut"], "moved_to">,
): Edited["moved"] {
  if (moved_to.length === 0) return [];
  const were = new Map<string, PlanItem>(items.map((item) => [item.id, item]));
  return moved_to.map(([id, start, finish]) => {
    const was = were.get(id);
    return {
      id,
      key: was?.key ?? "",
      title: was?.title ?? "",
      start,
      finish,
      was_start: was?.schedule?.start ?? start,
      was_finish: was?.schedule?.finish ?? finish,
    };
  });
}
