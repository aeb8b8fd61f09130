import type { PeekProps } from "@/ui/shell/registry";
import { ExperimentView } from "./ExperimentView";

export default function ExperimentPeek({ id }: PeekProps) {
  return <ExperimentView id={id} place="peek" />;
}
