import { useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import { toast } from "@/ui/toast";
import { t } from "@/ui/words/words";
import type { Wish } from "./ReminderFields";
import type { Reminder } from "./reminders";

interface Said {
  reminder: Reminder;
  done: boolean;
}

/** What one can do with a reminder of one's own. */
export function useReminderDeeds() {
  const cache = useQueryClient();
  const common = {
    onError: (fault: { title: string; detail: string }) =>
      toast.failed(fault.detail || fault.title),
    onSettled: () => cache.invalidateQueries({ queryKey: ["reminder"] }),
  };
  const finish = useMutation({
    ...common,
    mutationFn: ({ reminder: { id, version }, done }: Said) =>
      http.put<Reminder>(`/reminders/${id}/done`, { done }, { version }),
  });
  const forget = useMutation({
    ...common,
    mutationFn: ({ id }: Reminder) => http.delete(`/reminders/${id}`),
    onSuccess: () => toast.done(t("reminder.deleted")),
  });
  const putOff = useMutation({
    ...common,
    onError: undefined,
    mutationFn: ({ reminder: { id, version }, wish }: { reminder: Reminder; wish: Wish }) =>
      http.patch<Reminder>(`/reminders/${id}`, wish, { version }),
    onSuccess: () => toast.done(t("reminder.saved")),
  });
  return { finish, forget, putOff };
}
