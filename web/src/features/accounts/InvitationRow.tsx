import { ActionIcon, Table, Text, Tooltip } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { type Invitation, invitationsQuery } from "./accounts";

interface Props {
  invitation: Invitation;
}

export function InvitationRow({ invitation }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const cache = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => http.delete<void>(`/invitations/${invitation.id}`),
    onSuccess: () => {
      toast.done(t("members.revokeDone", { email: invitation.email }));
      return cache.invalidateQueries(invitationsQuery);
    },
    onError: (fault) => toast.failed(fault.detail),
  });
  return (
    <Table.Tr>
      <Table.Td>{invitation.email}</Table.Td>
      <Table.Td>{t(`role.${invitation.role}`)}</Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed">
          {t("members.invited", { date: figures.date(invitation.expires_at) })}
        </Text>
      </Table.Td>
      <Table.Td ta="end">
        <Tooltip label={t("members.revoke")}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("members.revoke")}
            loading={revoke.isPending}
            onClick={() => revoke.mutate()}
          >
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </Table.Td>
    </Table.Tr>
  );
}
