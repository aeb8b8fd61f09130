import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { OwnFields } from "@/features/core/list/OwnFields";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import type { PeekProps } from "@/ui/shell/registry";
import { PromiseRow } from "./PromiseRow";
import { promiseQuery } from "./promises";

export default function PromisePeek({ id }: PeekProps) {
  const { data, error } = useQuery(promiseQuery(id));
  if (error && !data) return <ErrorState title={error.title} detail={error.detail} />;
  if (!data) return <LoadingState rows={3} />;
  return (
    <Stack gap="md" p="md">
      <PromiseRow promise={data} />
      <OwnFields object={data} />
    </Stack>
  );
}
