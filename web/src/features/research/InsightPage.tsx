import type { PeekProps } from "@/ui/shell/registry";
import { InsightView } from "./InsightView";

export default function InsightPage({ id }: PeekProps) {
  return <InsightView id={id} place="page" />;
}
