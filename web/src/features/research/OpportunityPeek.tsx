import type { PeekProps } from "@/ui/shell/registry";
import { OpportunityView } from "./OpportunityView";

export default function OpportunityPeek({ id }: PeekProps) {
  return <OpportunityView id={id} place="peek" />;
}
