import { useMutation, useMutationState, useQueryClient } from "@tanstack/react-query";
import { rest } from "@/api/live";
import { Problem } from "@/api/problem";
import { OwnVersions } from "@/api/versions";
import { t } from "@/ui/words/words";
import { merged } from "./merged";
import { type Edit, type Edited, type Plan, planQuery } from "./plan";
import { type Promised, sendEdits } from "./sendEdits";

const ANSWERED_WITHIN_MS = 5_000;
// How many times as long as an edit took the next may be in coming.
const RESTS = 3;

const ownVersions = new OwnVersions();

/** An edit that waits in the queue was made on what one's own earlier edits will have made. */
function current(place: string, edit: Edit): Edit {
  return "version" in edit
    ? { ...edit, version: ownVersions.current(`${place}:${edit.id}`, edit.version) }
    : edit;
}

function remember(place: string, edits: readonly Edit[], edited: Edited): void {
  for (const edit of edits) {
    const item = "version" in edit && edited.items.find(({ id }) => id === edit.id);
    if (item && "version" in edit)
      ownVersions.wrote(`${place}:${item.id}`, edit.version, item.version);
  }
}

/** Edits, and what is promised for iterations with them. */
export interface Moves {
  edits: Edit[];
  promised: readonly Promised[];
}

export const bothOf = (sent: Edit[] | Moves): { edits: Edit[]; promised?: readonly Promised[] } =>
  Array.isArray(sent) ? { edits: sent } : sent;

/** `place` is the project, or the scenario, whose plan is edited. */
export function planEditsKey(place: string) {
  return ["plan-edits", place];
}

/** Sends edits of a plan, or of a scenario's, one request at a time; each is one change and one undo. */
export function usePlanEdits(projectId: string, scenarioId?: string) {
  const cache = useQueryClient();
  const place = scenarioId ?? projectId;
  const { queryKey } = planQuery(projectId, scenarioId);
  return useMutation({
    mutationKey: planEditsKey(place),
    mutationFn: async (asked: Edit[] | Moves) => {
      const { edits, promised } = bothOf(asked);
      const sent = edits.map((edit) => current(place, edit));
      const plan = cache.getQueryData<Plan>(queryKey);
      const edited = await sendEdits({ projectId, scenarioId, edits: sent, plan, promised });
      remember(place, sent, edited);
      return edited;
    },
    scope: { id: `plan:${place}` },
    meta: { unsent: t("unsent.plan") },
    retry: (_count, fault) => fault instanceof Problem && fault.isUnsent,
    retryDelay: (count) => Math.min(1_000 * 2 ** count, 30_000),
    onMutate: async () => {
      const began = Date.now();
      rest(ANSWERED_WITHIN_MS);
      await cache.cancelQueries({ queryKey });
      return began;
    },
    onSuccess: (edited, asked) => {
      cache.setQueryData<Plan>(queryKey, (plan) => plan && merged(plan, edited));
      // What else hangs on the plan is read anew once its live change has come.
      if (scenarioId) void cache.invalidateQueries({ queryKey: ["scenario"] });
      else void cache.invalidateQueries({ queryKey: ["work_item"] });
      if (bothOf(asked).promised) void cache.invalidateQueries({ queryKey: ["iteration"] });
    },
    onError: () => cache.invalidateQueries({ queryKey }),
    // A large plan takes longer to edit, and as much longer to be read anew.
    onSettled: (_edited, _fault, _edits, began) => rest(began ? RESTS * (Date.now() - began) : 0),
  });
}

/** Edits that are on their way: drawn over the plan until the server has answered. */
export function usePendingEdits(place: string): Edit[] {
  return useMutationState({
    filters: { mutationKey: planEditsKey(place), status: "pending" },
    select: ({ state }) => bothOf(state.variables as Edit[] | Moves).edits,
  }).flat();
}

export interface Outcome {
  at: number;
  edited: Edited | undefined;
  fault: Problem | null;
  edits: Edit[];
}

/** What the last edit did, whether made in the chart or in the panel beside it. */
export function useLastOutcome(place: string): Outcome | undefined {
  return useMutationState({
    filters: {
      mutationKey: planEditsKey(place),
      predicate: ({ state }) => state.status === "success" || state.status === "error",
    },
    select: ({ state }): Outcome => ({
      at: state.submittedAt,
      edited: state.data as Edited | undefined,
      fault: state.error as Problem | null,
      edits: bothOf(state.variables as Edit[] | Moves).edits,
    }),
  }).at(-1);
}
