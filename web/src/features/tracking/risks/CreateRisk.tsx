import { Group, NumberInput, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { PersonSelect } from "@/features/core/PersonSelect";
import { useMake } from "@/features/research/useMake";
import { CreateForm } from "@/ui/CreateForm";
import type { CreateProps } from "@/ui/shell/registry";
import { TitleInput } from "@/ui/TitleInput";
import { ProjectSelect, useOpenProject } from "../ProjectSelect";
import type { Risk } from "../types";

/** Note a risk: its title, the event, how likely and how many days. */
export default function CreateRisk({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const here = useOpenProject();
  const form = useForm({
    initialValues: {
      project_id: here,
      title: "",
      event: "",
      probability: 30 as number | string,
      likely_days: "" as number | string,
      owner_id: null as string | null,
    },
  });
  const make = useMake<Risk>({
    path: "/risks",
    kind: "risk",
    onCreated,
    onFault: (fault) => form.setErrors(fault.byField()),
  });
  const submit = ({ probability, likely_days, ...fields }: typeof form.values) =>
    make.mutate({
      ...fields,
      probability: probability === "" ? 50 : probability,
      likely_days: likely_days === "" ? null : likely_days,
    });
  return (
    <CreateForm
      onSubmit={form.onSubmit(submit)}
      onCancel={onCancel}
      isPending={make.isPending}
      fault={make.error}
    >
      <TitleInput {...form.getInputProps("title")} />
      <Textarea
        label={t("raid.risk.event")}
        placeholder={t("raid.riskHint.event")}
        autosize
        minRows={2}
        {...form.getInputProps("event")}
      />
      <Group grow align="start">
        <NumberInput
          label={t("raid.figure.probability")}
          min={0}
          max={100}
          suffix=" %"
          {...form.getInputProps("probability")}
        />
        <NumberInput
          label={t("raid.figure.likely_days")}
          min={0}
          max={2000}
          decimalScale={1}
          {...form.getInputProps("likely_days")}
        />
      </Group>
      <PersonSelect
        label={t("list.field.owner")}
        value={form.values.owner_id}
        onChange={(owner) => form.setFieldValue("owner_id", owner)}
      />
      {!here && (
        <ProjectSelect
          value={form.values.project_id}
          onChange={(project) => form.setFieldValue("project_id", project)}
          error={form.errors.project_id}
        />
      )}
    </CreateForm>
  );
}
