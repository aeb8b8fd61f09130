import type { PeekProps } from "@/ui/shell/registry";
import { EntryView } from "./EntryView";

export default function AssumptionPeek({ id }: PeekProps) {
  return <EntryView kind="project_assumption" id={id} />;
}
