import type { PeekProps } from "@/ui/shell/registry";
import { WorkItemSheet } from "./WorkItemSheet";

export default function WorkItemPage({ id }: PeekProps) {
  return <WorkItemSheet id={id} place="page" />;
}
