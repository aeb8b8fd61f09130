import { Group, NumberInput, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useProduct } from "@/features/core/useProduct";
import { useMake } from "@/features/research/useMake";
import { CreateForm } from "@/ui/CreateForm";
import type { CreateProps } from "@/ui/shell/registry";
import type { Persona } from "../types";

const BLANK = {
  title: "",
  role: "",
  goals: "",
  pains: "",
  quote: "",
  share: "" as number | string,
  of: "product",
};

export default function CreatePersona({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const { product } = useProduct();
  const form = useForm({ initialValues: BLANK });
  const make = useMake<Persona>({
    path: "/personas",
    kind: "persona",
    onCreated,
    onFault: (fault) => form.setErrors(fault.byField()),
  });
  const submit = ({ of, share, ...fields }: typeof BLANK) =>
    make.mutate({
      ...fields,
      share: share === "" ? null : share,
      product_id: of === "product" ? product?.id : null,
    });
  return (
    <CreateForm
      onSubmit={form.onSubmit(submit)}
      onCancel={onCancel}
      isPending={make.isPending}
      fault={make.error}
    >
      <TextInput
        label={t("persona.name")}
        placeholder={t("persona.nameExample")}
        data-autofocus
        required
        maxLength={300}
        {...form.getInputProps("title")}
      />
      <Group grow align="start">
        <TextInput label={t("persona.role")} maxLength={300} {...form.getInputProps("role")} />
        <NumberInput
          label={t("persona.share")}
          hideControls
          allowNegative={false}
          allowDecimal={false}
          max={100}
          suffix=" %"
          {...form.getInputProps("share")}
        />
      </Group>
      <Textarea label={t("persona.goals")} autosize minRows={2} {...form.getInputProps("goals")} />
      <Textarea label={t("persona.pains")} autosize minRows={2} {...form.getInputProps("pains")} />
      <Textarea
        label={t("persona.quote")}
        placeholder={t("persona.quoteExample")}
        autosize
        {...form.getInputProps("quote")}
      />
      <SegmentedControl
        aria-label={t("persona.of")}
        data={[
          { value: "product", label: product?.title ?? t("kind.product") },
          { value: "workspace", label: t("persona.everyProduct") },
        ]}
        {...form.getInputProps("of")}
      />
    </CreateForm>
  );
}
