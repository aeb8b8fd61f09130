import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import { type Digest, type DigestFields, digestsQuery } from "./digests";

/** Arrange, change, switch on and off the digests of a product's stakeholders. */
export function useDigestDeeds(productId: string) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const refresh = () => cache.invalidateQueries({ queryKey: digestsQuery(productId).queryKey });
  const onError = (fault: { detail: string; title: string }) => {
    toast.failed(fault.detail || fault.title);
    void refresh();
  };
  const arrange = useMutation({
    mutationFn: ({ stakeholderId, fields }: { stakeholderId: string; fields: DigestFields }) =>
      http.post<Digest>(`/stakeholders/${stakeholderId}/digest`, fields),
    onSuccess: refresh,
  });
  const edit = useMutation({
    mutationFn: ({ digest, fields }: { digest: Digest; fields: Partial<DigestFields> }) =>
      http.patch<Digest>(`/digests/${digest.id}`, fields, { version: digest.version }),
    onSuccess: async () => {
      await refresh();
      void done(t("digest.edited"));
    },
  });
  const switchOn = useMutation({
    mutationFn: (digest: Digest) =>
      http.post<Digest>(`/digests/${digest.id}/delivery`, undefined, { version: digest.version }),
    onSuccess: async (digest) => {
      await refresh();
      void done(t("digest.switchedOn", { name: digest.title }));
    },
    onError,
  });
  const switchOff = useMutation({
    mutationFn: (digest: Digest) =>
      http.delete<Digest>(`/digests/${digest.id}/delivery`, { version: digest.version }),
    onSuccess: async (digest) => {
      await refresh();
      void done(t("digest.switchedOff", { name: digest.title }));
    },
    onError,
  });
  return { arrange, edit, switchOn, switchOff };
}
