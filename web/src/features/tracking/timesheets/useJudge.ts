import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import type { Week } from "./sheets";

export interface Judged {
  timesheet: string;
  version: number;
  project: string;
}

/** Approves the hours of a project in a week, or gives them back with a reason; that opens approved ones again. */
export function useJudge() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  return useMutation({
    scope: { id: "timesheet-verdicts" },
    mutationFn: ({ of, reason }: { of: Judged; reason?: string }) => {
      const part = `/timesheets/${of.timesheet}/projects/${of.project}`;
      return reason === undefined
        ? http.post<Week>(`${part}/approval`, {}, { version: of.version })
        : http.post<Week>(`${part}/return`, { reason }, { version: of.version });
    },
    onSuccess: (_week, { reason }) =>
      void done(t(reason === undefined ? "timesheet.approved" : "timesheet.returned")),
    onError: (fault) => toast.failed(fault.detail || fault.title),
    onSettled: () => cache.invalidateQueries({ queryKey: ["timesheet"] }),
  });
}
