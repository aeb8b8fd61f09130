import { NumberInput, Select, TagsInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { PersonSelect } from "@/features/core/PersonSelect";
import { useMake } from "@/features/research/useMake";
import { CreateForm } from "@/ui/CreateForm";
import type { CreateProps } from "@/ui/shell/registry";
import { TitleInput } from "@/ui/TitleInput";
import { type Resource, type ResourceType, resourcesQuery, TYPES } from "./resources";

/** Somebody or something that does the work, for every project of the workspace. */
export default function CreateResource({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const { data: others = [] } = useQuery(resourcesQuery());
  const form = useForm({
    initialValues: {
      title: "",
      type: "person" as ResourceType,
      percent: 100,
      role_id: null as string | null,
      member_id: null as string | null,
      skills: [] as string[],
    },
  });
  const make = useMake<Resource>({
    path: "/resources",
    kind: "resource",
    onCreated,
    onFault: (fault) => form.setErrors(fault.byField()),
  });
  const isPerson = form.values.type === "person";
  return (
    <CreateForm
      onSubmit={form.onSubmit(({ percent, role_id, member_id, ...fields }) =>
        make.mutate({
          ...fields,
          capacity: percent / 100,
          ...(isPerson && { role_id, member_id }),
        }),
      )}
      onCancel={onCancel}
      isPending={make.isPending}
      fault={make.error}
    >
      <Select
        label={t("resource.type")}
        allowDeselect={false}
        data={TYPES.map((type) => ({ value: type, label: t(`resource.types.${type}`) }))}
        {...form.getInputProps("type")}
      />
      <TitleInput {...form.getInputProps("title")} />
      {isPerson && (
        <>
          <PersonSelect
            label={t("resource.member")}
            value={form.values.member_id}
            error={form.errors.member_id}
            onChange={(member_id) => form.setFieldValue("member_id", member_id)}
          />
          <Select
            label={t("resource.role")}
            placeholder={t("resource.noRole")}
            clearable
            data={others
              .filter(({ type }) => type === "role")
              .map(({ id, title }) => ({ value: id, label: title }))}
            {...form.getInputProps("role_id")}
          />
        </>
      )}
      <TagsInput label={t("resource.skills")} {...form.getInputProps("skills")} />
      <NumberInput
        label={t("resource.capacity")}
        min={0}
        suffix=" %"
        {...form.getInputProps("percent")}
      />
    </CreateForm>
  );
}
