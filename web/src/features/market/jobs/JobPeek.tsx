import type { PeekProps } from "@/ui/shell/registry";
import { JobView } from "./JobView";

export default function JobPeek({ id }: PeekProps) {
  return <JobView id={id} place="peek" />;
}
