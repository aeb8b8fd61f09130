import { Avatar, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PersonRef } from "@/api/types";

interface Props {
  person: PersonRef | null | undefined;
}

export function PersonPill({ person }: Props) {
  const { t } = useTranslation();
  if (!person) {
    return (
      <Text size="sm" c="dimmed" component="span">
        {t("person.none")}
      </Text>
    );
  }
  return (
    <Group gap="sm" wrap="nowrap" display="inline-flex" maw="100%">
      <Avatar name={person.name} size={20} color="north" aria-hidden />
      <Text size="sm" component="span" truncate>
        {person.name}
      </Text>
    </Group>
  );
}
