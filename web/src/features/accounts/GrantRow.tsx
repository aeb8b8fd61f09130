import { ActionIcon, Group, Text, Tooltip } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { PersonPill } from "@/ui/PersonPill";
import type { Grant } from "./roles";

interface Props {
  grant: Grant;
  isLeaving: boolean;
  onTake: () => void;
}

/** One person's role, and the way to take it back. */
export function GrantRow({ grant, isLeaving, onTake }: Props) {
  const { t } = useTranslation();
  const take = t("role.take", { name: grant.member.name, role: t(`role.${grant.role}`) });
  return (
    <Group gap="sm" wrap="nowrap" mih={36}>
      <PersonPill person={grant.member} />
      <Text size="sm" c="dimmed" flex={1} ta="end">
        {t(`role.${grant.role}`)}
      </Text>
      {grant.can.edit && (
        <Tooltip label={take}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={take}
            loading={isLeaving}
            onClick={onTake}
          >
            <IconX size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
    </Group>
  );
}
