import { Select, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { PersonSelect } from "@/features/core/PersonSelect";
import { useMake } from "@/features/research/useMake";
import { CreateForm } from "@/ui/CreateForm";
import { DateField } from "@/ui/DateField";
import type { CreateProps } from "@/ui/shell/registry";
import { TitleInput } from "@/ui/TitleInput";
import { ProjectSelect, useOpenProject } from "../ProjectSelect";
import { SPECS } from "../specs";
import { ADDRESS, type Entry, type EntryKind, SEVERITIES } from "../types";

interface Props extends CreateProps {
  kind: EntryKind;
}

const DAY = {
  issue: "due",
  project_assumption: "validate_by",
  outside_dependency: "needed_by",
  decision: "revisit_on",
  lesson: undefined,
} as const;

/** Note a line: its project, its title, its first text, and what matters most of its kind. */
export function CreateEntry({ kind, onCreated, onCancel }: Props) {
  const { t } = useTranslation();
  const here = useOpenProject();
  const first = SPECS[kind].texts[0] ?? "description";
  const day = DAY[kind];
  const form = useForm({
    initialValues: {
      project_id: here,
      title: "",
      text: "",
      party: "",
      severity: "medium",
      owner_id: null as string | null,
      day: null as string | null,
    },
  });
  const make = useMake<Entry>({
    path: ADDRESS[kind],
    kind,
    onCreated,
    onFault: (fault) => form.setErrors(fault.byField()),
  });
  const submit = ({ text, party, severity, day: on, ...fields }: typeof form.values) =>
    make.mutate({
      ...fields,
      [first]: text,
      ...(day && { [day]: on }),
      ...(kind === "issue" && { severity }),
      ...(kind === "outside_dependency" && { party }),
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
        label={t(`raid.text.${first}`)}
        placeholder={t(`raid.hint.${first}`)}
        autosize
        minRows={2}
        {...form.getInputProps("text")}
      />
      {kind === "outside_dependency" && (
        <TextInput label={t("raid.field.party")} maxLength={200} {...form.getInputProps("party")} />
      )}
      {kind === "issue" && (
        <Select
          label={t("raid.field.severity")}
          allowDeselect={false}
          data={SEVERITIES.map((value) => ({ value, label: t(`raid.option.${value}`) }))}
          {...form.getInputProps("severity")}
        />
      )}
      <PersonSelect
        label={t("list.field.owner")}
        value={form.values.owner_id}
        onChange={(owner) => form.setFieldValue("owner_id", owner)}
      />
      {day && (
        <DateField
          label={t(`raid.field.${day}`)}
          value={form.values.day}
          onChange={(next) => form.setFieldValue("day", next)}
        />
      )}
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
