import { Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useMake } from "@/features/research/useMake";
import { CreateForm } from "@/ui/CreateForm";
import type { CreateProps } from "@/ui/shell/registry";
import { TitleInput } from "@/ui/TitleInput";
import { ProjectSelect, useOpenProject } from "../ProjectSelect";
import type { ChangeRequest } from "./requests";
import { ScenarioSelect } from "./ScenarioSelect";

/** Raise a change request: what should change and why, and the scenario that shows it where there is one. */
export default function CreateRequest({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const here = useOpenProject();
  const form = useForm({
    initialValues: {
      project_id: here,
      title: "",
      reason: "",
      proposal: "",
      scenario_id: null as string | null,
    },
  });
  const make = useMake<ChangeRequest>({
    path: "/change-requests",
    kind: "change_request",
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
      <Textarea
        label={t("request.reason")}
        placeholder={t("request.reasonHint")}
        autosize
        minRows={2}
        {...form.getInputProps("reason")}
      />
      <Textarea
        label={t("request.proposal")}
        placeholder={t("request.proposalHint")}
        autosize
        minRows={2}
        {...form.getInputProps("proposal")}
      />
      {!here && (
        <ProjectSelect
          value={project}
          onChange={(next) => form.setValues({ project_id: next, scenario_id: null })}
          error={form.errors.project_id}
        />
      )}
      {project && (
        <ScenarioSelect
          label={t("request.scenario")}
          description={t("request.scenarioHint")}
          projectId={project}
          value={form.values.scenario_id}
          onChange={(next) => form.setFieldValue("scenario_id", next)}
        />
      )}
    </CreateForm>
  );
}
