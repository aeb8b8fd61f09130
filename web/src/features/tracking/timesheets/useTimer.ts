import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import { sumOf } from "./hours";
import { type Timer, timerQuery } from "./sheets";

/** What I work on now, measured: begun on an item, stopped into the hours of the day. */
export function useTimer() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const { data: timer } = useQuery(timerQuery);
  const failed = (fault: Error & { detail?: string; title?: string }) =>
    toast.failed(fault.detail || fault.title || fault.message);
  const start = useMutation({
    mutationFn: (id: string) => http.put<Timer>("/timer", { item_id: id }),
    onSuccess: (running) => {
      cache.setQueryData(timerQuery.queryKey, running);
      void cache.invalidateQueries({ queryKey: ["timesheet"] });
    },
    onError: failed,
  });
  const stop = useMutation({
    mutationFn: (keep: boolean) =>
      http.delete<Schemas["StoppedOut"]>("/timer", { query: { keep } }),
    onSuccess: ({ minutes, cut }, keep) => {
      void cache.invalidateQueries({ queryKey: ["timesheet"] });
      if (!keep) toast.done(t("timer.dropped"));
      else if (minutes === 0) toast.done(t("timer.nothing"));
      else void done(t(cut ? "timer.cut" : "timer.kept", { time: sumOf(minutes) }));
    },
    onError: failed,
  });
  return { timer, start, stop };
}
