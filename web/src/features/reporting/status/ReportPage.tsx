import type { PeekProps } from "@/ui/shell/registry";
import { ReportView } from "./ReportView";

export default function ReportPage({ id }: PeekProps) {
  return <ReportView id={id} place="page" />;
}
