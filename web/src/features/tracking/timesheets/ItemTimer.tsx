import { useQuery } from "@tanstack/react-query";
import { workItemQuery } from "@/features/scheduling/plan";
import type { PartProps } from "@/ui/shell/parts";
import { TimerButton } from "./TimerButton";

/** In the head of a task: measure my work on it. Summaries and milestones take no hours. */
export default function ItemTimer({ id }: PartProps) {
  const { data: item } = useQuery(workItemQuery(id));
  const isWork = item && !item.summary && item.type === "task" && item.archived_at === null;
  if (!isWork || item.can.contribute !== true || item.percent_complete >= 100) return null;
  return <TimerButton itemId={id} title={item.title} size="compact-sm" />;
}
