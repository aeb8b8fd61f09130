import { Select, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useProduct } from "@/features/core/useProduct";
import { CreateForm } from "@/ui/CreateForm";
import { DateField } from "@/ui/DateField";
import type { CreateProps } from "@/ui/shell/registry";
import { usePeek } from "@/ui/shell/usePeek";
import type { Promised } from "./promises";
import { roadmapQuery } from "./roadmap";

/** Today on the reader's own clock, as YYYY-MM-DD. */
const today = () => new Intl.DateTimeFormat("sv").format(new Date());

/** Write down what was promised. */
export default function CreatePromise({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const peek = usePeek();
  const { product } = useProduct();
  const productId = product?.id ?? "";
  const { data: roadmap } = useQuery({
    ...roadmapQuery(productId),
    enabled: product !== undefined,
  });
  const form = useForm({
    initialValues: {
      initiative_id: peek.target?.kind === "initiative" ? peek.target.id : (null as string | null),
      promised_to: "",
      words: "",
      made_on: today() as string | null,
      due: null as string | null,
    },
  });
  const create = useMutation({
    mutationFn: (values: typeof form.values) => http.post<Promised>("/promises", values),
    onSuccess: async (made) => {
      await cache.invalidateQueries(roadmapQuery(made.product_id));
      await cache.invalidateQueries({ queryKey: ["promises"] });
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
        label={t("promise.to")}
        data-autofocus
        required
        maxLength={200}
        {...form.getInputProps("promised_to")}
      />
      <Select
        label={t("kind.initiative")}
        required
        searchable
        data={(roadmap?.initiatives ?? []).map(({ id, key, title }) => ({
          value: id,
          label: `${key} ${title}`,
        }))}
        {...form.getInputProps("initiative_id")}
      />
      <DateField
        label={t("promise.due")}
        required
        value={form.values.due}
        error={form.errors.due as string | undefined}
        onChange={(day) => form.setFieldValue("due", day)}
      />
      <DateField
        label={t("promise.madeOn")}
        required
        value={form.values.made_on}
        error={form.errors.made_on as string | undefined}
        onChange={(day) => form.setFieldValue("made_on", day)}
      />
      <Textarea
        label={t("promise.words")}
        description={t("promise.wordsMean")}
        autosize
        minRows={2}
        {...form.getInputProps("words")}
      />
    </CreateForm>
  );
}
