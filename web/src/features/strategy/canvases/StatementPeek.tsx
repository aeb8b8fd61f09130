import type { PeekProps } from "@/ui/shell/registry";
import { StatementView } from "./StatementView";

export default function StatementPeek({ id }: PeekProps) {
  return <StatementView id={id} place="peek" />;
}
