import { Group, NumberInput, SegmentedControl, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useProduct } from "@/features/core/useProduct";
import { useMake } from "@/features/research/useMake";
import { CreateForm } from "@/ui/CreateForm";
import type { CreateProps } from "@/ui/shell/registry";
import { JOB_TYPES, type Job } from "../types";

const BLANK = {
  situation: "",
  title: "",
  outcome: "",
  type: "functional" as Job["type"],
  importance: "" as number | string,
  satisfaction: "" as number | string,
};

export default function CreateJob({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const { product } = useProduct();
  const form = useForm({ initialValues: BLANK });
  const make = useMake<Job>({
    path: "/jobs-to-be-done",
    kind: "job_to_be_done",
    onCreated,
    onFault: (fault) => form.setErrors(fault.byField()),
  });
  const submit = ({ importance, satisfaction, ...fields }: typeof BLANK) =>
    make.mutate({
      ...fields,
      importance: importance === "" ? null : importance,
      satisfaction: satisfaction === "" ? null : satisfaction,
      product_id: product?.id,
    });
  return (
    <CreateForm
      onSubmit={form.onSubmit(submit)}
      onCancel={onCancel}
      isPending={make.isPending}
      fault={make.error}
    >
      <TextInput
        label={t("jobToBeDone.situation")}
        placeholder={t("jobToBeDone.situationExample")}
        data-autofocus
        {...form.getInputProps("situation")}
      />
      <TextInput
        label={t("jobToBeDone.want")}
        placeholder={t("jobToBeDone.wantExample")}
        required
        maxLength={300}
        {...form.getInputProps("title")}
      />
      <TextInput
        label={t("jobToBeDone.outcome")}
        placeholder={t("jobToBeDone.outcomeExample")}
        {...form.getInputProps("outcome")}
      />
      <SegmentedControl
        aria-label={t("jobToBeDone.type")}
        data={JOB_TYPES.map((value) => ({ value, label: t(`jobToBeDone.types.${value}`) }))}
        {...form.getInputProps("type")}
      />
      <Group grow align="start">
        {(["importance", "satisfaction"] as const).map((name) => (
          <NumberInput
            key={name}
            label={t(`jobToBeDone.${name}`)}
            hideControls
            decimalScale={1}
            min={1}
            max={10}
            {...form.getInputProps(name)}
          />
        ))}
      </Group>
    </CreateForm>
  );
}
