import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { type Finding, type Morning, morningQuery } from "./morning";

/** Put a finding to sleep, and wake it; the toast takes the one back by the other. */
export function useSnooze() {
  const { t } = useTranslation();
  const figures = useFigures();
  const cache = useQueryClient();
  const show = (morning: Morning) => cache.setQueryData(morningQuery.queryKey, morning);
  const failed = (fault: { detail?: string; title: string }) =>
    toast.failed(fault.detail || fault.title);
  const wake = useMutation({
    mutationFn: ({ code, subject }: Finding) =>
      http.delete<Morning>(`/morning/snoozes/${code}/${subject.id}`),
    onSuccess: show,
    onError: failed,
  });
  const snooze = useMutation({
    mutationFn: ({ finding: { code, subject }, until }: { finding: Finding; until: string }) =>
      http.post<Morning>("/morning/snoozes", { code, subject_id: subject.id, until }),
    onSuccess: (morning, { finding, until }) => {
      show(morning);
      toast.done(t("morning.sleeps", { name: finding.subject.title, day: figures.date(until) }), {
        label: t("undo"),
        run: () => wake.mutate(finding),
      });
    },
    onError: failed,
  });
  return { snooze, wake };
}
