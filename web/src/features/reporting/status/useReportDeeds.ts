import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { Problem } from "@/api/problem";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import type { Said } from "../overseeing/overseeing";
import { type Edit, reportQuery, type StatusReport } from "./status";

type Fields = { health: Said | ""; health_reason: string } | { edit: Edit };
const MOST_TRIES = 3;

/** What is done to a report. Edits of sentences are laid over what stands by then, so nobody's work is lost. */
export function useReportDeeds(id: string) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const query = reportQuery(id);
  const path = `/status-reports/${id}`;
  const show = (report: StatusReport) => {
    cache.setQueryData(query.queryKey, report);
    void cache.invalidateQueries({ queryKey: ["status_report", "list"] });
  };
  const tell = (fault: Problem) => {
    toast.failed(fault.detail || fault.title);
    void cache.invalidateQueries(query);
  };
  const current = async (): Promise<StatusReport> =>
    cache.getQueryData<StatusReport>(query.queryKey) ?? (await cache.fetchQuery(query));
  const send = async (fields: Fields, tries = MOST_TRIES): Promise<StatusReport | null> => {
    const report = await current();
    const body = "edit" in fields ? { sentences: fields.edit(report.sentences) } : fields;
    if ("sentences" in body && body.sentences === null) return null;
    try {
      return await http.patch<StatusReport>(path, body, { version: report.version });
    } catch (fault) {
      if (!(fault instanceof Problem) || !fault.isStale || tries === 0) throw fault;
      show((fault.current as StatusReport) ?? (await cache.fetchQuery(query)));
      return send(fields, tries - 1);
    }
  };
  const edit = useMutation({
    mutationFn: (fields: Fields) => send(fields),
    // One after the other: each is laid over what the one before it made.
    scope: { id: path },
    onSuccess: (report) => {
      if (report) show(report);
      else tell({ detail: t("statusReport.rewrittenMeanwhile") } as Problem);
    },
    onError: tell,
  });
  const step = (name: "redraft" | "publication") => async () =>
    http.post<StatusReport>(`${path}/${name}`, undefined, { version: (await current()).version });
  const redraft = useMutation({
    mutationFn: step("redraft"),
    scope: { id: path },
    onSuccess: (report) => {
      show(report);
      void done(t("statusReport.redrafted"));
    },
    onError: tell,
  });
  const publish = useMutation({
    mutationFn: step("publication"),
    scope: { id: path },
    onSuccess: (report) => {
      show(report);
      toast.done(t("statusReport.isPublished", { name: report.key }));
    },
    onError: tell,
  });
  return { edit, redraft, publish };
}
