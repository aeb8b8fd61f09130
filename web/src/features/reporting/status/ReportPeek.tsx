import type { PeekProps } from "@/ui/shell/registry";
import { ReportView } from "./ReportView";

export default function ReportPeek({ id }: PeekProps) {
  return <ReportView id={id} place="peek" />;
}
