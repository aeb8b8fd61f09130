import { SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useProduct } from "@/features/core/useProduct";
import { useMake } from "@/features/research/useMake";
import { CreateForm } from "@/ui/CreateForm";
import type { CreateProps } from "@/ui/shell/registry";
import { COMPETITOR_TYPES, type Competitor } from "../types";
import { webAddress } from "../webAddress";

const BLANK = { title: "", type: "direct" as Competitor["type"], website: "", positioning: "" };

export default function CreateCompetitor({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const { product } = useProduct();
  const form = useForm({ initialValues: BLANK });
  const make = useMake<Competitor>({
    path: "/competitors",
    kind: "competitor",
    onCreated,
    onFault: (fault) => form.setErrors(fault.byField()),
  });
  const submit = ({ website, ...fields }: typeof BLANK) =>
    make.mutate({ ...fields, website: webAddress(website), product_id: product?.id });
  return (
    <CreateForm
      onSubmit={form.onSubmit(submit)}
      onCancel={onCancel}
      isPending={make.isPending}
      fault={make.error}
    >
      <TextInput
        label={t("competitor.name")}
        data-autofocus
        required
        maxLength={300}
        {...form.getInputProps("title")}
      />
      <SegmentedControl
        aria-label={t("competitor.type")}
        data={COMPETITOR_TYPES.map((value) => ({ value, label: t(`competitor.types.${value}`) }))}
        {...form.getInputProps("type")}
      />
      <TextInput
        label={t("competitor.website")}
        placeholder="https://"
        maxLength={500}
        {...form.getInputProps("website")}
      />
      <Textarea
        label={t("competitor.positioning")}
        placeholder={t("competitor.positioningExample")}
        autosize
        minRows={2}
        {...form.getInputProps("positioning")}
      />
    </CreateForm>
  );
}
