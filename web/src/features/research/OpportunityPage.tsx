import type { PeekProps } from "@/ui/shell/registry";
import { OpportunityView } from "./OpportunityView";

export default function OpportunityPage({ id }: PeekProps) {
  return <OpportunityView id={id} place="page" />;
}
