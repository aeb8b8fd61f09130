import type { PeekProps } from "@/ui/shell/registry";
import { ExperimentView } from "./ExperimentView";

export default function ExperimentPage({ id }: PeekProps) {
  return <ExperimentView id={id} place="page" />;
}
