import type { PeekProps } from "@/ui/shell/registry";
import { ObjectiveView } from "./ObjectiveView";

export default function ObjectivePage({ id }: PeekProps) {
  return <ObjectiveView id={id} place="page" />;
}
