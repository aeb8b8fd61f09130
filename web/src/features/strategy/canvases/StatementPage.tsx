import type { PeekProps } from "@/ui/shell/registry";
import { StatementView } from "./StatementView";

export default function StatementPage({ id }: PeekProps) {
  return <StatementView id={id} place="page" />;
}
