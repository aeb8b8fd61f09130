import { Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { JobProgress } from "@/features/core/JobProgress";
import { ErrorState } from "@/ui/ErrorState";

interface Props {
  /** What a job looks for, or why it did not. */
  sought: { state: string; job_id: string | null; refusal: { detail?: unknown } | null };
  /** Where it is kept, to be read again once the job is over. */
  queryKey: readonly string[];
  /** Of what it is looked for. */
  of: string;
  refused: string;
  back: ReactNode;
}

/** An answer that is computed in the background, while there is none: how far it is, or that it was refused. */
export function SoughtAnswer({ sought, queryKey, of, refused, back }: Props) {
  const cache = useQueryClient();
  if (sought.state === "refused")
    return (
      <ErrorState title={refused} detail={String(sought.refusal?.detail ?? "")} action={back} />
    );
  if (sought.state !== "computing" || !sought.job_id) return null;
  return (
    <Stack maw={640}>
      <Text size="sm">{of}</Text>
      <JobProgress
        jobId={sought.job_id}
        onOver={() => void cache.invalidateQueries({ queryKey: [...queryKey] })}
      />
    </Stack>
  );
}
