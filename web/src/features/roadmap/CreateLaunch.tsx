import { MultiSelect, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useProduct } from "@/features/core/useProduct";
import { CreateForm } from "@/ui/CreateForm";
import { DateField } from "@/ui/DateField";
import type { CreateProps } from "@/ui/shell/registry";
import { type Launch, templatesQuery } from "./launches";
import { roadmapQuery } from "./roadmap";

/** Plan a launch of one or more initiatives, from a checklist. */
export default function CreateLaunch({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { product } = useProduct();
  const productId = product?.id ?? "";
  const enabled = product !== undefined;
  const { data: roadmap } = useQuery({ ...roadmapQuery(productId), enabled });
  const { data: templates } = useQuery({ ...templatesQuery(productId), enabled });
  const form = useForm({
    initialValues: {
      title: "",
      day: null as string | null,
      initiative_ids: [] as string[],
      template_id: null as string | null,
    },
  });
  const create = useMutation({
    mutationFn: (values: typeof form.values) =>
      http.post<Launch>("/launches", { ...values, product_id: productId }),
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: ["launches"] });
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
        label={t("initiative.title")}
        data-autofocus
        required
        maxLength={300}
        {...form.getInputProps("title")}
      />
      <DateField
        label={t("launch.day")}
        required
        value={form.values.day}
        error={form.errors.day as string | undefined}
        onChange={(day) => form.setFieldValue("day", day)}
      />
      <MultiSelect
        label={t("launch.releases")}
        searchable
        data={(roadmap?.initiatives ?? []).map(({ id, key, title }) => ({
          value: id,
          label: `${key} ${title}`,
        }))}
        {...form.getInputProps("initiative_ids")}
      />
      <Select
        label={t("launch.template")}
        clearable
        data={(templates ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        {...form.getInputProps("template_id")}
      />
    </CreateForm>
  );
}
