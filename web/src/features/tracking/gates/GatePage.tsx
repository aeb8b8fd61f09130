import type { PeekProps } from "@/ui/shell/registry";
import { GateView } from "./GateView";

export default function GatePage({ id }: PeekProps) {
  return <GateView id={id} place="page" />;
}
