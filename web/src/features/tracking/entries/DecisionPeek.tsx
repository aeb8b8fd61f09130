import type { PeekProps } from "@/ui/shell/registry";
import { EntryView } from "./EntryView";

export default function DecisionPeek({ id }: PeekProps) {
  return <EntryView kind="decision" id={id} />;
}
