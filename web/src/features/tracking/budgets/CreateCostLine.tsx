import { NumberInput, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useMake } from "@/features/research/useMake";
import { CreateForm } from "@/ui/CreateForm";
import { DateField } from "@/ui/DateField";
import type { CreateProps } from "@/ui/shell/registry";
import { TitleInput } from "@/ui/TitleInput";
import { ProjectSelect, useOpenProject } from "../ProjectSelect";
import { CATEGORIES, type CostLine, STATES } from "./budgets";
import { PhaseSelect } from "./PhaseSelect";

/** A cost beside work: planned, ordered or invoiced. */
export default function CreateCostLine({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const here = useOpenProject();
  const form = useForm({
    initialValues: {
      project_id: here,
      item_id: null as string | null,
      title: "",
      category: "fixed",
      state: "planned",
      on: null as string | null,
      planned: 0,
      amount: null as number | null,
      reference: "",
    },
  });
  const make = useMake<CostLine>({
    path: "/cost-lines",
    kind: "cost_line",
    onCreated,
    onFault: (fault) => form.setErrors(fault.byField()),
  });
  const { project_id: project, state, on, item_id } = form.values;
  return (
    <CreateForm
      onSubmit={form.onSubmit((fields) =>
        make.mutate({ ...fields, amount: fields.amount || null }),
      )}
      onCancel={onCancel}
      isPending={make.isPending}
      fault={make.error}
    >
      <TitleInput {...form.getInputProps("title")} />
      {!here && (
        <ProjectSelect
          value={project}
          onChange={(next) => form.setValues({ project_id: next, item_id: null })}
          error={form.errors.project_id}
        />
      )}
      {project && (
        <PhaseSelect
          projectId={project}
          value={item_id}
          onChange={(next) => form.setFieldValue("item_id", next)}
        />
      )}
      <Select
        label={t("list.field.category")}
        allowDeselect={false}
        data={CATEGORIES.map((value) => ({ value, label: t(`budget.category.${value}`) }))}
        {...form.getInputProps("category")}
      />
      <Select
        label={t("list.field.state")}
        allowDeselect={false}
        data={STATES.map((value) => ({ value, label: t(`budget.costState.${value}`) }))}
        {...form.getInputProps("state")}
      />
      <DateField
        label={t("budget.dueOn")}
        value={on}
        onChange={(day) => form.setFieldValue("on", day)}
      />
      <NumberInput label={t("budget.plannedAmount")} min={0} {...form.getInputProps("planned")} />
      {state !== "planned" && (
        <>
          <NumberInput label={t("budget.invoiced")} min={0} {...form.getInputProps("amount")} />
          <TextInput
            label={t("budget.reference")}
            maxLength={300}
            {...form.getInputProps("reference")}
          />
        </>
      )}
    </CreateForm>
  );
}
