import { childrenOf } from "@/features/scheduling/outline";
import { move } from "@/features/scheduling/outlineEdits";
import type { Edit, PlanItem } from "@/features/scheduling/plan";

/** A column: a step of an activity, or what stands below the activity, or the project, itself. */
export interface Step {
  /** The item that its stories go below; null: the top of the plan. */
  id: string | null;
  title: string;
  activity: Activity | null;
  stories: readonly PlanItem[];
}

export interface Activity {
  id: string;
  title: string;
}

/**
 * The plan as its users walk through it (Patton, *User Story Mapping*, 2014): summaries at the top are activities, those
 * below them steps, and every task below a step, however deep, a story of it.
 */
export function stepsOf(items: readonly PlanItem[]): Step[] {
  const children = childrenOf(items);
  const isTask = ({ type }: PlanItem) => type !== "summary";
  const below = (id: string): PlanItem[] => {
    const found: PlanItem[] = [];
    const waiting = (children.get(id) ?? []).toReversed();
    for (let item = waiting.pop(); item; item = waiting.pop())
      if (isTask(item)) found.push(item);
      else waiting.push(...(children.get(item.id) ?? []).toReversed());
    return found;
  };
  const steps: Step[] = [];
  const top = children.get(null) ?? [];
  for (const item of top.filter((each) => !isTask(each))) {
    const activity = { id: item.id, title: item.title };
    const own = children.get(item.id) ?? [];
    const loose = own.filter(isTask);
    if (loose.length > 0) steps.push({ id: item.id, title: "", activity, stories: loose });
    for (const step of own.filter((each) => !isTask(each)))
      steps.push({ id: step.id, title: step.title, activity, stories: below(step.id) });
  }
  const loose = top.filter(isTask);
  if (loose.length > 0) steps.push({ id: null, title: "", activity: null, stories: loose });
  return steps;
}

/** The activities with how many columns each has. */
export function activitiesOf(
  steps: readonly Step[],
): { activity: Activity | null; span: number }[] {
  const found: { activity: Activity | null; span: number }[] = [];
  for (const { activity } of steps) {
    const last = found.at(-1);
    if (last && last.activity?.id === activity?.id) last.span += 1;
    else found.push({ activity, span: 1 });
  }
  return found;
}

/** Puts a story into another step, behind the last of its stories; nothing where it is there. */
export function intoStep(items: readonly PlanItem[], story: PlanItem, step: Step): Edit[] {
  if (step.stories.some(({ id }) => id === story.id)) return [];
  const last = (childrenOf(items).get(step.id) ?? []).at(-1);
  return [move(story, step.id, last?.id ?? null)];
}
