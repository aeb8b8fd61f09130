import { Radio, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useProduct } from "@/features/core/useProduct";
import { CreateForm } from "@/ui/CreateForm";
import type { CreateProps } from "@/ui/shell/registry";
import { type Canvas, TEMPLATES, type Template } from "./types";

export default function CreateCanvas({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { product } = useProduct();
  const form = useForm({ initialValues: { title: "", template: "lean_canvas" as Template } });
  const create = useMutation({
    mutationFn: (values: typeof form.values) =>
      http.post<Canvas>("/canvases", { ...values, product_id: product?.id }),
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: ["canvas", "list"] });
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
        label={t("canvas.name")}
        placeholder={t("canvas.nameExample")}
        data-autofocus
        required
        maxLength={300}
        {...form.getInputProps("title")}
      />
      <Radio.Group label={t("canvas.template")} {...form.getInputProps("template")}>
        <Stack gap="xs" mt={8}>
          {TEMPLATES.map((template) => (
            <Radio
              key={template}
              value={template}
              label={t(`canvas.templates.${template}`)}
              description={t(`canvas.templateMeans.${template}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </CreateForm>
  );
}
