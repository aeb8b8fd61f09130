import type { PeekProps } from "@/ui/shell/registry";
import { RiskView } from "./RiskView";

export default function RiskPeek({ id }: PeekProps) {
  return <RiskView id={id} place="peek" />;
}
