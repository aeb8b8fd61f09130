import type { PeekProps } from "@/ui/shell/registry";
import { EntryView } from "./EntryView";

export default function LessonPeek({ id }: PeekProps) {
  return <EntryView kind="lesson" id={id} />;
}
