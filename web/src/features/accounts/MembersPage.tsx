import { Button, Group, Table, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUserPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSession } from "@/api/session";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { HiddenHead } from "@/ui/table/HiddenHead";
import { invitationsQuery, membersQuery } from "./accounts";
import { InvitationRow } from "./InvitationRow";
import { InviteModal } from "./InviteModal";
import { MemberRow } from "./MemberRow";

export function MembersPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const [opened, modal] = useDisclosure();
  const { data: members, error } = useQuery(membersQuery);
  const { data: invitations } = useQuery({ ...invitationsQuery, enabled: can.administer === true });
  if (error && !members) return <ErrorState title={error.title} detail={error.detail} />;
  if (!members) return <LoadingState />;
  return (
    <>
      <Group justify="space-between" mb="md">
        <Text c="dimmed">{t("members.lead")}</Text>
        {can.administer && (
          <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={modal.open}>
            {t("members.invite")}
          </Button>
        )}
      </Group>
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("members.name")}</Table.Th>
              <Table.Th w={180}>{t("members.role")}</Table.Th>
              <Table.Th w={160}>{t("members.status")}</Table.Th>
              <HiddenHead w={56} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {members.map((member) => (
              <MemberRow key={member.id} member={member} />
            ))}
            {invitations?.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <InviteModal opened={opened} onClose={modal.close} />
    </>
  );
}
