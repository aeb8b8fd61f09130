import type { PeekProps } from "@/ui/shell/registry";
import { EntryView } from "./EntryView";

export default function DependencyPeek({ id }: PeekProps) {
  return <EntryView kind="outside_dependency" id={id} />;
}
