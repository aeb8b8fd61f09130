import { Box } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { workItemQuery } from "@/features/scheduling/plan";
import type { PartProps } from "@/ui/shell/parts";
import { Guard } from "./Guard";
import { itemGuardQuery } from "./guard";

/** On a milestone or another item that has a deadline: how that is guarded. */
export default function GuardOfItem({ id }: PartProps) {
  const { data: item } = useQuery(workItemQuery(id));
  const projectId = item?.project.id ?? "";
  const { data: guard } = useQuery({
    ...itemGuardQuery(projectId, id),
    enabled: !!item?.deadline,
  });
  if (!item?.deadline || !guard) return null;
  return (
    <Box mb="md">
      <Guard projectId={projectId} item={guard.item} guard={guard} />
    </Box>
  );
}
