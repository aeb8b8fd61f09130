import { Stack } from "@mantine/core";
import type { PartProps } from "@/ui/shell/parts";
import { CalibrationPanel } from "./CalibrationPanel";
import { HistoryPanel } from "./HistoryPanel";

/** How the forecast came about and how far forecasts can be trusted. */
export default function ForecastPast({ id }: PartProps) {
  return (
    <Stack gap="xl">
      <HistoryPanel projectId={id} />
      <CalibrationPanel projectId={id} />
    </Stack>
  );
}
