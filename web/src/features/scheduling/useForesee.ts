import { Problem } from "@/api/problem";
import type { Foreseen } from "@/timeline/ganttProps";
import { minuteOf } from "@/timeline/geometry/time";
import type { Outcome } from "@/timeline/gestures/drag";
import type { Edit, Edited, Plan } from "./plan";
import { sendEdits } from "./sendEdits";
import { useConsequenceWords } from "./useConsequenceWords";

/** What letting go of something that is dragged would do to the plan: computed, and nothing saved. */
export function useForesee(plan: Plan, editsOf: (outcome: Outcome) => Edit[]) {
  const inWords = useConsequenceWords();
  const place = { projectId: plan.project.id, scenarioId: plan.scenario?.id };
  return async (outcome: Outcome): Promise<Foreseen | null> => {
    const edits = editsOf(outcome);
    if (edits.length === 0) return null;
    try {
      const edited = await sendEdits({ ...place, edits, plan, preview: true });
      return { spans: spansOf(edited), words: inWords(edited) };
    } catch (fault) {
      if (!(fault instanceof Problem) || fault.isUnsent) return null;
      return { spans: new Map(), words: fault.title, isRefused: true };
    }
  };
}

function spansOf({ moved }: Edited): Foreseen["spans"] {
  return new Map(
    moved.map(({ id, start, finish }) => [
      id,
      { start: minuteOf(start), finish: minuteOf(finish) },
    ]),
  );
}
