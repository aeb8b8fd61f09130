import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { Problem } from "@/api/problem";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import { type Cell, type Week, weekKey, withCells } from "./sheets";

interface Left {
  item_id: string;
  version: number;
  minutes: number;
}

interface Report {
  cells: Cell[];
  remaining?: Left[];
  /** Said once it is saved. */
  said?: string;
}

export interface WeekDeeds {
  report: (report: Report) => void;
  submit: () => void;
  withdraw: () => void;
  isPending: boolean;
}

/** What is done to one week: shown at once, sent one after the other, each on what the one before left. */
export function useWeek(week: Week): WeekDeeds {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const key = weekKey(week.member.id, week.week);
  const address = `/members/${week.member.id}/timesheets/${week.week}`;
  const show = (change: (seen: Week) => Week) =>
    cache.setQueriesData<Week>({ queryKey: key }, (seen) => seen && change(seen));
  const latest = () => {
    const seen = cache.getQueriesData<Week>({ queryKey: key }).flatMap(([, data]) => data ?? []);
    return seen.reduce((last, one) => (one.version > last.version ? one : last), week);
  };
  const failed = (fault: Problem) => {
    toast.failed(fault.detail || fault.title);
    void cache.invalidateQueries({ queryKey: ["timesheet"] });
  };
  const settled = (answer: Week) => {
    // What else is on its way stays drawn; the last answer tells all.
    const isLast = cache.isMutating({ mutationKey: key }) <= 1;
    show((seen) => (isLast ? kept(seen, answer) : { ...seen, version: answer.version }));
    void cache.invalidateQueries({
      queryKey: ["timesheet"],
      refetchType: isLast ? "active" : "none",
    });
  };
  const report = useMutation({
    mutationKey: key,
    scope: { id: key.join(":") },
    meta: { unsent: t("kind.timesheet") },
    retry: (_count, fault) => fault instanceof Problem && fault.isUnsent,
    retryDelay: (count) => Math.min(1_000 * 2 ** count, 30_000),
    mutationFn: ({ cells, remaining = [] }: Report) =>
      http.patch<Week>(address, { version: latest().version, cells, remaining }),
    onMutate: async ({ cells }) => {
      await cache.cancelQueries({ queryKey: key });
      show((seen) => withCells(seen, cells));
    },
    onSuccess: (answer, { remaining, said }) => {
      settled(answer);
      if (said) void done(said);
      if (remaining?.length) {
        for (const told of ["work_item", "plan", "board", "flow", "progress", "forecast"])
          void cache.invalidateQueries({ queryKey: [told] });
      }
    },
    onError: failed,
  });
  const hand = useMutation({
    mutationKey: key,
    scope: { id: key.join(":") },
    mutationFn: (verb: "submit" | "withdraw") => {
      const seen = latest();
      return verb === "submit"
        ? http.post<Week>(`${address}/submission`, { version: seen.version })
        : http.delete<Week>(`/timesheets/${seen.id}/submission`, { version: seen.version });
    },
    onSuccess: (answer, verb) => {
      settled(answer);
      void done(t(verb === "submit" ? "timesheet.submitted" : "timesheet.withdrawn"));
    },
    onError: failed,
  });
  return {
    report: (said) => report.mutate(said),
    submit: () => hand.mutate("submit"),
    withdraw: () => hand.mutate("withdraw"),
    isPending: report.isPending || hand.isPending,
  };
}

/** The answer, with the rows that were added and that it cannot know. */
function kept(seen: Week, answer: Week): Week {
  const known = new Set(answer.rows.map(({ id }) => id));
  return { ...answer, rows: [...answer.rows, ...seen.rows.filter(({ id }) => !known.has(id))] };
}
