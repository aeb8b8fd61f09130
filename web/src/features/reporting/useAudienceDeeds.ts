import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import { type Audience, type AudienceFields, audiencesQuery } from "./audiences";

/** Add, change and remove the audiences of a product's roadmap. */
export function useAudienceDeeds(productId: string) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const refresh = () => cache.invalidateQueries(audiencesQuery(productId));
  const onError = (fault: { detail: string; title: string }) => {
    toast.failed(fault.detail || fault.title);
    void refresh();
  };
  const add = useMutation({
    mutationFn: (audience: { title: string; group: Audience["group"] }) =>
      http.post<Audience>("/audiences", { product_id: productId, ...audience }),
    onSuccess: refresh,
    onError,
  });
  const edit = useMutation({
    mutationFn: ({ audience, fields }: { audience: Audience; fields: AudienceFields }) =>
      http.patch<Audience>(`/audiences/${audience.id}`, fields, { version: audience.version }),
    onSuccess: refresh,
    onError,
  });
  const remove = useMutation({
    mutationFn: (audience: Audience) =>
      http.post<Audience>(`/audiences/${audience.id}/archival`, undefined, {
        version: audience.version,
      }),
    onSuccess: (audience) => {
      void done(t("audience.removed", { audience: audience.title }));
      return refresh();
    },
    onError,
  });
  return { add, edit, remove };
}
