import { Modal, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { CreateForm } from "@/ui/CreateForm";
import { DateField } from "@/ui/DateField";
import { endOf } from "@/ui/endOf";
import { ShareAddress } from "../ShareAddress";
import { type ShareMade, sharesQuery } from "../shares";
import type { StatusReport } from "./status";

interface Props {
  report: StatusReport;
  onClose: () => void;
}

/** Opens a published report to people outside. It is shown as it stands, until the link is closed. */
export function ShareReport({ report, onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const form = useForm({
    initialValues: { title: report.title, password: "", until: null as string | null },
  });
  const open = useMutation({
    mutationFn: ({ title, password, until }: typeof form.values) =>
      http.post<ShareMade>(`/status-reports/${report.id}/shares`, {
        title,
        password: password || null,
        expires_at: endOf(until),
      }),
    onSuccess: () => cache.invalidateQueries(sharesQuery),
    onError: (fault) => form.setErrors(fault.byField()),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("statusReport.shareTitle", { name: report.key })}
      size="lg"
    >
      {open.data ? (
        <ShareAddress made={open.data} onClose={onClose} />
      ) : (
        <CreateForm
          onSubmit={form.onSubmit((values) => open.mutate(values))}
          onCancel={onClose}
          isPending={open.isPending}
          fault={open.error}
          verb={t("share.open")}
        >
          <TextInput label={t("share.title")} required {...form.getInputProps("title")} />
          <PasswordInput
            label={t("share.password")}
            description={t("share.passwordHint")}
            {...form.getInputProps("password")}
          />
          <DateField
            label={t("share.until")}
            value={form.values.until}
            onChange={(until) => form.setFieldValue("until", until)}
          />
        </CreateForm>
      )}
    </Modal>
  );
}
