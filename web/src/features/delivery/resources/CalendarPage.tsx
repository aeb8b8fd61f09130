import type { PeekProps } from "@/ui/shell/registry";
import { CalendarView } from "./CalendarView";

export default function CalendarPage({ id }: PeekProps) {
  return <CalendarView id={id} place="page" />;
}
