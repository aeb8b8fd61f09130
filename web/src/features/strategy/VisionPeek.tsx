import type { PeekProps } from "@/ui/shell/registry";
import { VisionView } from "./VisionView";

export default function VisionPeek({ id }: PeekProps) {
  return <VisionView id={id} place="peek" />;
}
