import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { WorkspaceRole } from "@/api/session";
import { toast } from "@/ui/toast";
import { type Member, membersQuery } from "./accounts";

/** What an administrator may do with a member. */
export function useMemberDeeds({ id, name, version }: Member) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const reload = () => cache.invalidateQueries(membersQuery);
  const onError = (fault: Problem) => {
    toast.failed(fault.detail);
    void reload();
  };
  const done = (message: string) => {
    toast.done(message);
    return reload();
  };
  return {
    changeRole: useMutation({
      mutationFn: (role: WorkspaceRole) =>
        http.patch<Member>(`/members/${id}`, { role }, { version }),
      onSuccess: (_member, role) =>
        done(t("members.roleDone", { name, role: t(`role.${role}`).toLowerCase() })),
      onError,
    }),
    suspend: useMutation({
      mutationFn: () => http.post<unknown>(`/members/${id}/suspension`),
      onSuccess: () => done(t("members.suspendDone", { name })),
      onError,
    }),
    restore: useMutation({
      mutationFn: () => http.delete<unknown>(`/members/${id}/suspension`),
      onSuccess: () => done(t("members.restoreDone", { name })),
      onError,
    }),
  };
}
