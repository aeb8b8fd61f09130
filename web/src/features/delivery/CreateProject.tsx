import { Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { dayHours } from "@/features/core/dayHours";
import { useProduct } from "@/features/core/useProduct";
import type { WorkCalendar } from "@/features/core/workingTime";
import { CreateForm } from "@/ui/CreateForm";
import { DateField } from "@/ui/DateField";
import type { CreateProps } from "@/ui/shell/registry";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { codeFor } from "./code";
import type { Project } from "./delivery";
import { ProjectCodeInput } from "./ProjectCodeInput";
import { calendarsQuery } from "./resources/resources";
import { today } from "./today";

interface Values {
  title: string;
  code: string;
  start: string | null;
  product_id: string | null;
  calendar_id: string | null;
}

export default function CreateProject({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const { products } = useProduct();
  const { data: calendars = [] } = useQuery(calendarsQuery());
  const initialValues: Values = {
    title: "",
    code: "",
    start: today(),
    product_id: null,
    calendar_id: null,
  };
  const form = useForm({ initialValues });
  const create = useMutation({
    mutationFn: ({ code, title, start, product_id, calendar_id }: Values) =>
      http.post<Project>("/projects", {
        title,
        code: code || codeFor(title),
        start: beginning(
          start ?? today(),
          calendars.find(({ id }) => id === calendar_id),
        ),
        product_id,
        calendar_id,
      }),
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: ["project", "list"] });
      onCreated(made);
      await navigate({ to: "/$workspace/projects/$id", params: { workspace, id: made.id } });
    },
    onError: (fault) => form.setErrors(fault.byField()),
  });
  return (
    <CreateForm
      onSubmit={form.onSubmit((values) => create.mutate(values))}
      onCancel={onCancel}
      isPending={create.isPending}
      fault={create.error}
    >
      <TextInput
        label={t("project.title")}
        data-autofocus
        required
        maxLength={300}
        {...form.getInputProps("title")}
      />
      <ProjectCodeInput placeholder={codeFor(form.values.title)} {...form.getInputProps("code")} />
      <DateField
        label={t("project.start")}
        required
        value={form.values.start}
        onChange={(start) => form.setFieldValue("start", start)}
      />
      <Select
        label={t("product.pick")}
        placeholder={t("project.noProduct")}
        clearable
        data={products.map(({ id, title }) => ({ value: id, label: title }))}
        {...form.getInputProps("product_id")}
      />
      {calendars.length > 0 && (
        <Select
          label={t("resource.calendar")}
          placeholder={t("calendar.plainWeek")}
          clearable
          data={calendars.map(({ id, title }) => ({ value: id, label: title }))}
          {...form.getInputProps("calendar_id")}
        />
      )}
    </CreateForm>
  );
}

/** When work starts on a day. */
const beginning = (day: string, calendar: WorkCalendar | undefined): string =>
  `${day}T${dayHours(calendar, day).start}`;
