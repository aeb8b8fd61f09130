import { useSearch } from "@tanstack/react-router";
import type { PeekProps } from "@/ui/shell/registry";
import { WorkItemSheet } from "./WorkItemSheet";

/** Beside a scenario it is the scenario's item, not the plan's. */
export default function WorkItemPeek({ id }: PeekProps) {
  const { scenario } = useSearch({ strict: false }) as { scenario?: string };
  return <WorkItemSheet key={scenario} id={id} place="peek" scenarioId={scenario} />;
}
