import { Button, Group, Modal, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { WorkspaceRole } from "@/api/session";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toast";
import { type Invitation, invitationsQuery, ROLES } from "./accounts";

interface Props {
  opened: boolean;
  onClose: () => void;
}

export function InviteModal({ opened, onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const form = useForm({ initialValues: { email: "", role: "member" as WorkspaceRole } });
  const invite = useMutation({
    mutationFn: (body: typeof form.values) => http.post<Invitation>("/invitations", body),
    onSuccess: (_made, { email }) => {
      toast.done(t("members.inviteSent", { email }));
      form.reset();
      onClose();
      return cache.invalidateQueries(invitationsQuery);
    },
    onError: (fault) => form.setErrors(fault.byField()),
  });
  return (
    <Modal opened={opened} onClose={onClose} title={t("members.inviteTitle")}>
      <form className="nl-form" onSubmit={form.onSubmit((values) => invite.mutate(values))}>
        <TextInput
          type="email"
          label={t("account.email")}
          autoComplete="off"
          data-autofocus
          required
          {...form.getInputProps("email")}
        />
        <Select
          label={t("members.role")}
          allowDeselect={false}
          data={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          {...form.getInputProps("role")}
        />
        <ProblemNote fault={invite.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={invite.isPending}>
            {t("members.invite")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
