import type { PeekProps } from "@/ui/shell/registry";
import { GateView } from "./GateView";

export default function GatePeek({ id }: PeekProps) {
  return <GateView id={id} place="peek" />;
}
