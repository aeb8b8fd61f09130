import { Stack, Text } from "@mantine/core";
import { EditCriteria } from "./EditCriteria";
import { GateCriteria } from "./GateCriteria";
import { GateDecision } from "./GateDecision";
import type { Gate } from "./gates";
import { useGateDeeds } from "./useGateDeeds";

/** A gate: its question, what must hold, and what was decided. */
export function GateBody({ gate }: { gate: Gate }) {
  const deeds = useGateDeeds(gate);
  return (
    <Stack gap="md">
      {gate.purpose && <Text size="sm">{gate.purpose}</Text>}
      <GateCriteria gate={gate} deeds={deeds} />
      {gate.can.edit && <EditCriteria gate={gate} deeds={deeds} />}
      <GateDecision gate={gate} deeds={deeds} />
    </Stack>
  );
}
