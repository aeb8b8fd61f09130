import { Modal, Radio, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useSession } from "@/api/session";
import { CreateForm } from "@/ui/CreateForm";
import { LASTS, type TokenMade, tokensQuery } from "./tokens";

interface Props {
  opened: boolean;
  onClose: () => void;
  onMade: (made: TokenMade) => void;
}

const ALL = "";

export function NewTokenModal({ opened, onClose, onMade }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { workspace, memberships } = useSession();
  const form = useForm({
    initialValues: { name: "", access: "read", days: "90", workspace: workspace.slug },
  });
  const make = useMutation({
    mutationFn: (values: typeof form.values) =>
      http.post<TokenMade>("/me/api-tokens", {
        ...values,
        days: Number(values.days),
        workspace: values.workspace || null,
      }),
    onSuccess: (made) => {
      onMade(made);
      form.reset();
      onClose();
      return cache.invalidateQueries(tokensQuery);
    },
    onError: (fault) => form.setErrors(fault.byField()),
  });
  return (
    <Modal opened={opened} onClose={onClose} title={t("tokens.new")}>
      <CreateForm
        onSubmit={form.onSubmit((values) => make.mutate(values))}
        onCancel={onClose}
        isPending={make.isPending}
        fault={make.error}
        verb={t("tokens.make")}
      >
        <TextInput
          label={t("tokens.name")}
          description={t("tokens.nameHint")}
          autoComplete="off"
          maxLength={80}
          data-autofocus
          required
          {...form.getInputProps("name")}
        />
        <Radio.Group label={t("tokens.access")} {...form.getInputProps("access")}>
          <Stack gap="xs" mt={6}>
            <Radio value="read" label={t("tokens.read")} description={t("tokens.readHint")} />
            <Radio value="write" label={t("tokens.write")} description={t("tokens.writeHint")} />
          </Stack>
        </Radio.Group>
        <Select
          label={t("tokens.opens")}
          allowDeselect={false}
          data={[
            ...memberships.map((one) => ({ value: one.workspace.slug, label: one.workspace.name })),
            { value: ALL, label: t("tokens.everywhere") },
          ]}
          {...form.getInputProps("workspace")}
        />
        <Select
          label={t("tokens.expires")}
          allowDeselect={false}
          data={LASTS.map((days) => ({
            value: String(days),
            label: t("tokens.days", { count: days }),
          }))}
          {...form.getInputProps("days")}
        />
      </CreateForm>
    </Modal>
  );
}
