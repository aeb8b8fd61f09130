import type { WorkItem } from "../plan";
import { RecoverLink } from "./RecoverLink";

/** From an item that has a deadline to the ways of making it; plainer where it is made as planned. */
export function RecoverItem({ item }: { item: WorkItem }) {
  const { id, project_id, deadline, schedule } = item;
  if (deadline === null || item.percent_complete >= 100) return null;
  const isLate = schedule !== null && schedule.finish > deadline;
  return (
    <RecoverLink
      project={project_id}
      item={id}
      mt={4}
      size="compact-sm"
      fullWidth
      variant={isLate ? "light" : "subtle"}
      color={isLate ? "red" : undefined}
    />
  );
}
