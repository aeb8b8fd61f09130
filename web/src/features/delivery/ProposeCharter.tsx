import { SegmentedControl, Select, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { PersonSelect } from "@/features/core/PersonSelect";
import { CreateForm } from "@/ui/CreateForm";
import { DateField } from "@/ui/DateField";
import { linesOf } from "@/ui/text/lines";
import { textOf } from "@/ui/text/plainText";
import { toast } from "@/ui/toast";
import { codeFor } from "./code";
import { type Charter, projectsQuery } from "./delivery";
import { ProjectCodeInput } from "./ProjectCodeInput";

interface Props {
  initiative: Pick<Schemas["InitiativeOut"], "id" | "title" | "window">;
  onDone: () => void;
}

interface Values {
  where: "new" | "existing";
  project_id: string | null;
  project_name: string;
  code: string;
  scope: string;
  deadline: string | null;
  criteria: string;
  project_manager_id: string | null;
}

/** The terms of a hand-off: what, by when, how one will know, and who answers. */
export function ProposeCharter({ initiative, onDone }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { data: projects } = useQuery(projectsQuery());
  const initialValues: Values = {
    where: "new",
    project_id: null,
    project_name: initiative.title,
    code: codeFor(initiative.title),
    scope: "",
    deadline: initiative.window?.finish ?? null,
    criteria: "",
    project_manager_id: null,
  };
  const form = useForm({ initialValues });
  const propose = useMutation({
    mutationFn: (values: Values) =>
      http.post<Charter>(`/initiatives/${initiative.id}/charters`, termsOf(values)),
    onSuccess: (made) => {
      toast.done(t("charter.proposed", { name: made.key, project: made.project.title }));
      onDone();
      return cache.invalidateQueries({ queryKey: ["charter"] });
    },
    onError: (fault) => form.setErrors(fault.byField()),
  });
  const isNew = form.values.where === "new";
  return (
    <CreateForm
      onSubmit={form.onSubmit((values) => propose.mutate(values))}
      onCancel={onDone}
      isPending={propose.isPending}
      fault={propose.error}
      verb={t("charter.propose")}
    >
      <SegmentedControl
        aria-label={t("kind.project")}
        data={[
          { value: "new", label: t("charter.newProject") },
          { value: "existing", label: t("charter.existingProject") },
        ]}
        {...form.getInputProps("where")}
      />
      {isNew ? (
        <>
          <TextInput
            label={t("project.title")}
            required
            maxLength={300}
            {...form.getInputProps("project_name")}
          />
          <ProjectCodeInput required {...form.getInputProps("code")} />
        </>
      ) : (
        <Select
          label={t("kind.project")}
          required
          searchable
          data={projects?.items.map(({ id, title, code }) => ({
            value: id,
            label: `${code} ${title}`,
          }))}
          {...form.getInputProps("project_id")}
        />
      )}
      <Textarea
        label={t("charter.scope")}
        description={t("charter.scopeHint")}
        autosize
        minRows={3}
        data-autofocus
        {...form.getInputProps("scope")}
      />
      <DateField
        label={t("project.deadline")}
        value={form.values.deadline}
        onChange={(deadline) => form.setFieldValue("deadline", deadline)}
      />
      <Textarea
        label={t("charter.criteria")}
        description={t("charter.criteriaHint")}
        autosize
        minRows={2}
        {...form.getInputProps("criteria")}
      />
      <PersonSelect
        label={t("charter.manager")}
        value={form.values.project_manager_id}
        onChange={(id) => form.setFieldValue("project_manager_id", id)}
      />
    </CreateForm>
  );
}

function termsOf({ where, project_id, project_name, code, ...terms }: Values) {
  const isNew = where === "new";
  return {
    project_id: isNew ? null : project_id,
    project_name: isNew ? project_name : null,
    code: isNew ? code : null,
    scope: textOf(terms.scope),
    deadline: terms.deadline,
    success_criteria: linesOf(terms.criteria),
    project_manager_id: terms.project_manager_id,
  };
}
