import { Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useProduct } from "@/features/core/useProduct";
import { CreateForm } from "@/ui/CreateForm";
import type { CreateProps } from "@/ui/shell/registry";
import { textOf } from "@/ui/text/plainText";
import { PeriodSelect } from "./PeriodSelect";
import type { Objective } from "./types";

export default function CreateObjective({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { product } = useProduct();
  const form = useForm({ initialValues: { title: "", body: "", period: "" } });
  const create = useMutation({
    mutationFn: ({ body, ...fields }: typeof form.values) =>
      http.post<Objective>("/objectives", {
        ...fields,
        body: textOf(body),
        product_id: product?.id,
      }),
    onSuccess: async (made) => {
      void cache.invalidateQueries({ queryKey: ["gaps"] });
      await cache.invalidateQueries({ queryKey: ["objective", "list"] });
      onCreated(made);
    },
    onError: (fault) => form.setErrors(fault.byField()),
  });
  return (
    <CreateForm
      onSubmit={form.onSubmit((values) => create.mutate(values))}
      onCancel={onCancel}
      isPending={create.isPending}
      fault={create.error}
    >
      <TextInput
        label={t("objective.title")}
        placeholder={t("objective.titleExample")}
        data-autofocus
        required
        maxLength={300}
        {...form.getInputProps("title")}
      />
      <PeriodSelect
        label={t("objective.period")}
        value={form.values.period}
        onChange={(period) => form.setFieldValue("period", period)}
        error={form.errors.period}
      />
      <Textarea
        label={t("objective.body")}
        autosize
        minRows={3}
        maxRows={10}
        {...form.getInputProps("body")}
      />
    </CreateForm>
  );
}
