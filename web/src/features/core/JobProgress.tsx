import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Job } from "@/api/types";
import { ProblemNote } from "@/ui/ProblemNote";
import { useFigures } from "@/ui/words/figures";
import { isOver, jobQuery } from "./jobs";

interface Props {
  /** Keep it in the address (`?job=`), so that the work is found again after leaving the page. */
  jobId: string;
  onOver?: (job: Job) => void;
}

/** Long work: how far it is, how long it still takes, and a way to stop it. */
export function JobProgress({ jobId, onOver }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const cache = useQueryClient();
  const { data: job, error } = useQuery(jobQuery(jobId));
  const cancel = useMutation({
    mutationFn: () => http.delete<Job>(`/jobs/${jobId}`),
    onSuccess: (stopped) => cache.setQueryData(jobQuery(jobId).queryKey, stopped),
  });
  const state = job?.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when the state turns
  useEffect(() => {
    if (job && isOver(job)) onOver?.(job);
  }, [state]);
  if (!job) return <ProblemNote fault={error} />;
  const share = job.total > 0 ? job.progress / job.total : 0;
  const figure =
    job.total > 0 &&
    (job.unit === "percent"
      ? figures.percent(share)
      : t(`job.of.${job.unit}`, {
          done: figures.number(job.progress),
          total: figures.number(job.total),
          count: job.total,
        }));
  const left =
    job.state === "running" &&
    job.eta_seconds !== null &&
    t("job.left", { time: figures.duration(job.eta_seconds) });
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" className="tabular">
          {[job.note || t(`job.${job.state}`), figure, left].filter(Boolean).join(" · ")}
        </Text>
        {!isOver(job) && (
          <Button
            flex="none"
            size="compact-sm"
            variant="default"
            loading={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            {t("job.cancel")}
          </Button>
        )}
      </Group>
      <Progress
        value={job.state === "done" ? 100 : share * 100}
        color={job.state === "failed" ? "red" : "north"}
        animated={job.state === "running"}
        aria-label={job.note || t(`job.${job.state}`)}
      />
      {job.refusal && (
        <Text size="sm" c="var(--nl-bad)" role="alert">
          {job.refusal.detail}
        </Text>
      )}
      <ProblemNote fault={cancel.error} />
    </Stack>
  );
}
