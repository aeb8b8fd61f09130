import type { PeekProps } from "@/ui/shell/registry";
import { ObjectiveView } from "./ObjectiveView";

export default function ObjectivePeek({ id }: PeekProps) {
  return <ObjectiveView id={id} place="peek" />;
}
