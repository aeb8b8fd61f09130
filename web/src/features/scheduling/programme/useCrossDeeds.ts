import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import type { How } from "../LinkField";
import type { Crossing } from "./programme";

const TOUCHED = ["work_item", "plan", "projects_in_time", "forecast"];

/** Lets an item wait for one of another project, otherwise, and no longer; each with an undo. */
export function useCrossDeeds() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const settled = () =>
    Promise.all(TOUCHED.map((name) => cache.invalidateQueries({ queryKey: [name] })));
  const link = useMutation({
    mutationFn: (body: Schemas["CrossLinkIn"]) => http.post<Crossing>("/cross-links", body),
    onSuccess: ({ item }) =>
      done(t("programme.linked", { name: item?.key ?? t("programme.unreadable") })),
    onSettled: settled,
  });
  const alter = useMutation({
    mutationFn: ({ link: { id, version }, how }: { link: Crossing; how: How }) =>
      http.patch<Crossing>(`/cross-links/${id}`, how, { version }),
    onSuccess: (_, { link: { item } }) =>
      done(t("programme.altered", { name: item?.key ?? t("programme.unreadable") })),
    onError: (fault) => toast.failed(fault.detail || fault.title),
    onSettled: settled,
  });
  const part = useMutation({
    mutationFn: ({ id }: Crossing) => http.delete<void>(`/cross-links/${id}`),
    onSuccess: () => done(t("programme.parted")),
    onError: (fault) => toast.failed(fault.detail || fault.title),
    onSettled: settled,
  });
  return { link, alter, part };
}
