import { ActionIcon, Menu, Select, Table, Text } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { WorkspaceRole } from "@/api/session";
import { confirm } from "@/ui/confirm";
import { PersonPill } from "@/ui/PersonPill";
import { type Member, ROLES } from "./accounts";
import { useMemberDeeds } from "./useMemberDeeds";

interface Props {
  member: Member;
}

export function MemberRow({ member }: Props) {
  const { t } = useTranslation();
  const deeds = useMemberDeeds(member);
  const isSuspended = member.suspended_at !== null;
  const suspend = async () => {
    const isMeant = await confirm({
      title: t("members.suspendTitle", { name: member.name }),
      detail: t("members.suspendDetail"),
      verb: t("members.suspend"),
    });
    if (isMeant) deeds.suspend.mutate();
  };
  return (
    <Table.Tr>
      <Table.Td>
        <PersonPill person={member} />
        {member.email && (
          <Text size="xs" c="dimmed" ps={28}>
            {member.email}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {member.can.edit ? (
          <Select
            size="xs"
            aria-label={t("members.role")}
            allowDeselect={false}
            value={member.role}
            data={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
            disabled={deeds.changeRole.isPending}
            onChange={(role) => deeds.changeRole.mutate(role as WorkspaceRole)}
          />
        ) : (
          t(`role.${member.role}`)
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm" c={isSuspended ? "var(--nl-warning)" : undefined}>
          {isSuspended ? t("members.suspended") : t("members.active")}
        </Text>
      </Table.Td>
      <Table.Td ta="end">
        {member.can.edit && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("members.actions", { name: member.name })}
              >
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {isSuspended ? (
                <Menu.Item onClick={() => deeds.restore.mutate()}>{t("members.restore")}</Menu.Item>
              ) : (
                <Menu.Item color="red" onClick={() => void suspend()}>
                  {t("members.suspend")}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
