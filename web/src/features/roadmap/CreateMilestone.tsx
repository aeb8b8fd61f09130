import { Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useProduct } from "@/features/core/useProduct";
import { CreateForm } from "@/ui/CreateForm";
import { DateField } from "@/ui/DateField";
import type { CreateProps } from "@/ui/shell/registry";
import { type Milestone, roadmapQuery } from "./roadmap";

/** A dated point of the roadmap. */
export default function CreateMilestone({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { product } = useProduct();
  const productId = product?.id ?? "";
  const { data: roadmap } = useQuery({
    ...roadmapQuery(productId),
    enabled: product !== undefined,
  });
  const form = useForm({
    initialValues: { title: "", day: null as string | null, lane_id: null as string | null },
  });
  const create = useMutation({
    mutationFn: (values: typeof form.values) =>
      http.post<Milestone>(`/products/${productId}/milestones`, values),
    onSuccess: async (made) => {
      await cache.invalidateQueries(roadmapQuery(productId));
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
        label={t("milestone.day")}
        required
        value={form.values.day}
        error={form.errors.day as string | undefined}
        onChange={(day) => form.setFieldValue("day", day)}
      />
      <Select
        label={t("kind.lane")}
        placeholder={t("lane.none")}
        clearable
        data={(roadmap?.lanes ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        {...form.getInputProps("lane_id")}
      />
    </CreateForm>
  );
}
