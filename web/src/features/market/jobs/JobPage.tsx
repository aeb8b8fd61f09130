import type { PeekProps } from "@/ui/shell/registry";
import { JobView } from "./JobView";

export default function JobPage({ id }: PeekProps) {
  return <JobView id={id} place="page" />;
}
