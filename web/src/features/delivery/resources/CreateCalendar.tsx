import { Select } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMake } from "@/features/research/useMake";
import { CreateForm } from "@/ui/CreateForm";
import type { CreateProps } from "@/ui/shell/registry";
import { TitleInput } from "@/ui/TitleInput";
import { type Calendar, countriesQuery } from "./resources";

/** Working time for every project of the workspace; its week and its days are changed once it is there. */
export default function CreateCalendar({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const { data: countries = [] } = useQuery(countriesQuery);
  const form = useForm({ initialValues: { title: "", country: null as string | null } });
  const make = useMake<Calendar>({
    path: "/calendars",
    kind: "calendar",
    onCreated,
    onFault: (fault) => form.setErrors(fault.byField()),
  });
  return (
    <CreateForm
      onSubmit={form.onSubmit(({ title, country }) =>
        make.mutate({ title, country: country ?? "" }),
      )}
      onCancel={onCancel}
      isPending={make.isPending}
      fault={make.error}
    >
      <TitleInput {...form.getInputProps("title")} />
      <Select
        searchable
        clearable
        label={t("calendar.holidays")}
        placeholder={t("calendar.noCountry")}
        data={countries.map(({ code, name }) => ({ value: code, label: name }))}
        {...form.getInputProps("country")}
      />
    </CreateForm>
  );
}
