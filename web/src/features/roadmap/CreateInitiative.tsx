import { Select, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useProduct } from "@/features/core/useProduct";
import { CreateForm } from "@/ui/CreateForm";
import type { CreateProps } from "@/ui/shell/registry";
import { textOf } from "@/ui/text/plainText";
import { type Initiative, roadmapQuery, STATUSES, type Status, type Window } from "./roadmap";
import { WindowField } from "./WindowField";

interface Values {
  title: string;
  words: string;
  lane_id: string | null;
  status: Status;
  window: Window | null;
}

export default function CreateInitiative({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { product } = useProduct();
  const { data: roadmap } = useQuery({
    ...roadmapQuery(product?.id ?? ""),
    enabled: product !== undefined,
  });
  const initialValues: Values = {
    title: "",
    words: "",
    lane_id: null,
    status: "planned",
    window: null,
  };
  const form = useForm({ initialValues });
  const create = useMutation({
    mutationFn: ({ words, ...fields }: Values) =>
      http.post<Initiative>("/initiatives", {
        ...fields,
        product_id: product?.id,
        body: textOf(words),
      }),
    onSuccess: async (made) => {
      await cache.invalidateQueries(roadmapQuery(made.product_id));
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
      <Textarea
        label={t("initiative.body")}
        autosize
        minRows={2}
        {...form.getInputProps("words")}
      />
      <Select
        label={t("kind.lane")}
        placeholder={t("lane.none")}
        clearable
        data={roadmap?.lanes.map(({ id, title }) => ({ value: id, label: title })) ?? []}
        {...form.getInputProps("lane_id")}
      />
      <Select
        label={t("initiative.status")}
        allowDeselect={false}
        data={STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
        {...form.getInputProps("status")}
      />
      <div>
        <WindowField
          value={form.values.window}
          canEdit
          onChange={(window) => form.setFieldValue("window", window)}
        />
      </div>
    </CreateForm>
  );
}
