import { Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { CreateForm } from "@/ui/CreateForm";
import type { CreateProps } from "@/ui/shell/registry";
import { textOf } from "@/ui/text/plainText";
import { type Product, productsQuery } from "./products";

export default function CreateProduct({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const form = useForm({ initialValues: { title: "", description: "" } });
  const create = useMutation({
    mutationFn: ({ title, description }: typeof form.values) =>
      http.post<Product>("/products", { title, body: textOf(description) }),
    onSuccess: async (made) => {
      await cache.invalidateQueries(productsQuery);
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
        label={t("product.name")}
        data-autofocus
        required
        maxLength={300}
        {...form.getInputProps("title")}
      />
      <Textarea
        label={t("product.description")}
        autosize
        minRows={2}
        {...form.getInputProps("description")}
      />
    </CreateForm>
  );
}
