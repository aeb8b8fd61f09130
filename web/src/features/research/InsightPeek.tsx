import type { PeekProps } from "@/ui/shell/registry";
import { InsightView } from "./InsightView";

export default function InsightPeek({ id }: PeekProps) {
  return <InsightView id={id} place="peek" />;
}
