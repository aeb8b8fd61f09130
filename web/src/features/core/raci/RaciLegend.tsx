import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { RaciLetter } from "./RaciLetter";
import { ROLES } from "./raci";

/** What the letters mean. */
export function RaciLegend({ hint }: { hint?: string }) {
  const { t } = useTranslation();
  return (
    <Group gap="md">
      {ROLES.map((role) => (
        <Group key={role} gap={6} wrap="nowrap">
          <RaciLetter role={role} />
          <Text size="xs" c="dimmed">
            {t(`raci.role.${role}`)}
          </Text>
        </Group>
      ))}
      {hint && (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      )}
    </Group>
  );
}
