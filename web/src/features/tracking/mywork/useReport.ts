import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useUndo } from "@/features/core/activity";
import type { ItemFields } from "@/features/scheduling/plan";
import { usePlanEdits } from "@/features/scheduling/usePlanEdits";
import { toast } from "@/ui/toast";
import { type MyTask, type MyWork, myWorkQuery } from "./work";

export type Report = (fields: ItemFields) => void;

/** Says how far a task is: shown at once, saved as an edit of its plan, with what that moved and its undo. */
export function useReport(task: MyTask): Report {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const undo = useUndo();
  const { mutate } = usePlanEdits(task.project.id);
  const show = (fields: ItemFields) =>
    cache.setQueryData<MyWork>(myWorkQuery.queryKey, (work) =>
      work
        ? {
            ...work,
            items: work.items.map((each) =>
              each.id === task.id ? { ...each, ...shown(each, fields) } : each,
            ),
          }
        : work,
    );
  return (fields) => {
    void cache.cancelQueries({ queryKey: myWorkQuery.queryKey });
    show(fields);
    mutate([{ op: "set", id: task.id, version: task.version, fields }], {
      onSuccess: ({ change_id, project }) => {
        const later = project.finish > project.was_finish;
        const earlier = project.finish < project.was_finish;
        const told = later ? "myWork.saidLater" : earlier ? "myWork.saidEarlier" : "myWork.said";
        toast.done(
          t(told, { name: task.key }),
          change_id ? { label: t("undo"), run: () => undo.mutate(change_id) } : undefined,
        );
      },
      onError: (fault) => {
        toast.failed(fault.detail || fault.title);
        void cache.invalidateQueries({ queryKey: myWorkQuery.queryKey });
      },
    });
  };
}

/** As it will stand, as far as one can tell without the server. */
function shown(task: MyTask, fields: ItemFields): Partial<MyTask> {
  const { percent_complete, remaining_minutes, state, checklist } = fields;
  return {
    // Entries that are ticked here have their ids already.
    ...(checklist && { checklist: checklist as MyTask["checklist"] }),
    ...(typeof percent_complete === "number" && {
      percent_complete,
      remaining_minutes: Math.round(task.duration_minutes * (1 - percent_complete / 100)),
    }),
    ...(typeof remaining_minutes === "number" && { remaining_minutes }),
    ...(typeof state === "string" && { state }),
  };
}
