import { Select, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useProduct } from "@/features/core/useProduct";
import { CreateForm } from "@/ui/CreateForm";
import type { CreateProps } from "@/ui/shell/registry";
import { usePeek } from "@/ui/shell/usePeek";
import { textOf } from "@/ui/text/plainText";
import type { Opportunity } from "./types";
import { useMake } from "./useMake";
import { useOpportunities } from "./useOpportunities";

interface Values {
  title: string;
  body: string;
  parent_id: string | null;
}

export default function CreateOpportunity({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const { product } = useProduct();
  const { target } = usePeek();
  const opportunities = useOpportunities(product?.id);
  // Looking at a need while naming another: most likely a part of it.
  const parent = target?.kind === "opportunity" ? target.id : null;
  const form = useForm<Values>({ initialValues: { title: "", body: "", parent_id: parent } });
  const make = useMake<Opportunity>({
    path: "/opportunities",
    kind: "opportunity",
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
        label={t("opportunity.title")}
        placeholder={t("opportunity.titleExample")}
        data-autofocus
        required
        maxLength={300}
        {...form.getInputProps("title")}
      />
      <Select
        label={t("column.under")}
        placeholder={t("opportunity.top")}
        searchable
        clearable
        data={opportunities.map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }))}
        {...form.getInputProps("parent_id")}
      />
      <Textarea
        label={t("opportunity.body")}
        autosize
        minRows={3}
        maxRows={10}
        {...form.getInputProps("body")}
      />
    </CreateForm>
  );
}
