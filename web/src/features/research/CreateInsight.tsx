import { Group, Select, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useProduct } from "@/features/core/useProduct";
import { CreateForm } from "@/ui/CreateForm";
import type { CreateProps } from "@/ui/shell/registry";
import { textOf } from "@/ui/text/plainText";
import { CustomerField } from "./CustomerField";
import { SOURCES, type Source } from "./discover";
import type { Insight } from "./types";
import { useMake } from "./useMake";
import { useTags } from "./useTags";

interface Values {
  title: string;
  body: string;
  source: Source;
  customer_id: string | null;
  tags: string[];
}

const BLANK: Values = { title: "", body: "", source: "interview", customer_id: null, tags: [] };

export default function CreateInsight({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const { product } = useProduct();
  const tags = useTags(product?.id);
  const form = useForm({ initialValues: BLANK });
  const make = useMake<Insight>({
    path: "/insights",
    kind: "insight",
    onCreated,
    onFault: (fault) => form.setErrors(fault.byField()),
  });
  const submit = ({ body, ...fields }: Values) =>
    make.mutate({ ...fields, body: textOf(body), product_id: product?.id });
  return (
    <CreateForm
      onSubmit={form.onSubmit(submit)}
      onCancel={onCancel}
      isPending={make.isPending}
      fault={make.error}
    >
      <TextInput
        label={t("insight.title")}
        placeholder={t("insight.titleExample")}
        data-autofocus
        required
        maxLength={300}
        {...form.getInputProps("title")}
      />
      <Textarea
        label={t("insight.body")}
        autosize
        minRows={3}
        maxRows={10}
        {...form.getInputProps("body")}
      />
      <Group grow align="start">
        <Select
          label={t("filter.source")}
          allowDeselect={false}
          data={SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
          {...form.getInputProps("source")}
        />
        <CustomerField
          value={form.values.customer_id}
          onChange={(id) => form.setFieldValue("customer_id", id)}
        />
      </Group>
      <TagsInput
        label={t("filter.tags")}
        data={tags}
        maxTags={20}
        {...form.getInputProps("tags")}
      />
    </CreateForm>
  );
}
