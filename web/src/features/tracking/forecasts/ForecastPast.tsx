import { Stack } from "@mantine/core";
import type { PartProps } from "@/ui/shell/parts";
import { CalibrationPanel } from "./CalibrationPanel";
import { GuardPanel } from "./GuardPanel";
import { HistoryPanel } from "./HistoryPanel";
import { ItemGuards } from "./ItemGuards";
import { WhyMoved } from "./WhyMoved";

/** How the forecast came about, who watches it, and how far forecasts can be trusted. */
export default function ForecastPast({ id }: PartProps) {
  return (
    <Stack gap={40}>
      <GuardPanel projectId={id} />
      <ItemGuards projectId={id} />
      <HistoryPanel projectId={id} />
      <WhyMoved projectId={id} />
      <CalibrationPanel projectId={id} />
    </Stack>
  );
}
