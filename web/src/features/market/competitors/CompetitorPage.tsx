import type { PeekProps } from "@/ui/shell/registry";
import { CompetitorView } from "./CompetitorView";

export default function CompetitorPage({ id }: PeekProps) {
  return <CompetitorView id={id} place="page" />;
}
