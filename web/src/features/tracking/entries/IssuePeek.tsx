import type { PeekProps } from "@/ui/shell/registry";
import { EntryView } from "./EntryView";

export default function IssuePeek({ id }: PeekProps) {
  return <EntryView kind="issue" id={id} />;
}
