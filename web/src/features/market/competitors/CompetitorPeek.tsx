import type { PeekProps } from "@/ui/shell/registry";
import { CompetitorView } from "./CompetitorView";

export default function CompetitorPeek({ id }: PeekProps) {
  return <CompetitorView id={id} place="peek" />;
}
