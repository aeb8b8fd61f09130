import { NumberInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useMake } from "@/features/research/useMake";
import { CreateForm } from "@/ui/CreateForm";
import type { CreateProps } from "@/ui/shell/registry";
import { TitleInput } from "@/ui/TitleInput";
import { ProjectSelect, useOpenProject } from "../ProjectSelect";
import type { BudgetLine } from "./budgets";
import { PhaseSelect } from "./PhaseSelect";

/** An amount, or hours, for a phase of a project; it counts once it is approved. */
export default function CreateBudgetLine({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const here = useOpenProject();
  const form = useForm({
    initialValues: {
      project_id: here,
      phase_id: null as string | null,
      title: "",
      amount: 0,
      hours: 0,
    },
  });
  const make = useMake<BudgetLine>({
    path: "/budget-lines",
    kind: "budget_line",
    onCreated,
    onFault: (fault) => form.setErrors(fault.byField()),
  });
  const project = form.values.project_id;
  return (
    <CreateForm
      onSubmit={form.onSubmit((fields) => make.mutate(fields))}
      onCancel={onCancel}
      isPending={make.isPending}
      fault={make.error}
    >
      <TitleInput {...form.getInputProps("title")} />
      {!here && (
        <ProjectSelect
          value={project}
          onChange={(next) => form.setValues({ project_id: next, phase_id: null })}
          error={form.errors.project_id}
        />
      )}
      {project && (
        <PhaseSelect
          projectId={project}
          value={form.values.phase_id}
          onChange={(next) => form.setFieldValue("phase_id", next)}
        />
      )}
      <NumberInput label={t("budget.amount")} min={0} {...form.getInputProps("amount")} />
      <NumberInput label={t("budget.hours")} min={0} {...form.getInputProps("hours")} />
    </CreateForm>
  );
}
