import { Modal, Select, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Product } from "@/features/core/products";
import { useDone } from "@/features/core/useDone";
import { CreateForm } from "@/ui/CreateForm";
import { PORTAL_KEY, type Portal } from "./portals";

const ACCESSES = ["public", "private", "submit_only"] as const;

interface Props {
  product: Product;
  onClose: () => void;
}

/** Open the portal of a product; the rest is said in its settings. */
export function OpenPortal({ product, onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const form = useForm({
    initialValues: { title: product.title, intro: "", access: "public" as Portal["access"] },
  });
  const open = useMutation({
    mutationFn: (values: typeof form.values) =>
      http.post<Portal>("/portals", { ...values, product_id: product.id }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: PORTAL_KEY });
      void done(t("portal.reopened"));
      onClose();
    },
    onError: (fault) => form.setErrors(fault.byField()),
  });
  return (
    <Modal opened onClose={onClose} title={t("portal.open")}>
      <CreateForm
        onSubmit={form.onSubmit((values) => open.mutate(values))}
        onCancel={onClose}
        isPending={open.isPending}
        fault={open.error}
      >
        <TextInput
          label={t("portal.settingsTitle")}
          required
          maxLength={150}
          data-autofocus
          {...form.getInputProps("title")}
        />
        <Textarea label={t("portal.intro")} autosize minRows={2} {...form.getInputProps("intro")} />
        <Select
          label={t("portal.access")}
          allowDeselect={false}
          data={ACCESSES.map((value) => ({ value, label: t(`portal.access_${value}`) }))}
          {...form.getInputProps("access")}
        />
      </CreateForm>
    </Modal>
  );
}
