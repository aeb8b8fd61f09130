import type { PeekProps } from "@/ui/shell/registry";
import { StakeholderView } from "./StakeholderView";

export default function StakeholderPage({ id }: PeekProps) {
  return <StakeholderView id={id} place="page" />;
}
