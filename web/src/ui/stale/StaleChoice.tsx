import { Button, Group, Stack, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { isRich, plainText } from "../text/plainText";

interface Props {
  current: Record<string, unknown>;
  mine: Record<string, unknown>;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

export function StaleChoice({ current, mine, onKeepMine, onTakeTheirs }: Props) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Text>{t("stale.lead")}</Text>
      <Table withRowBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("stale.field")}</Table.Th>
            <Table.Th>{t("stale.yours")}</Table.Th>
            <Table.Th>{t("stale.theirs")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {Object.keys(mine).map((field) => (
            <Table.Tr key={field}>
              <Table.Td>{field.replaceAll("_", " ")}</Table.Td>
              <Table.Td>{shown(mine[field]) || t("stale.empty")}</Table.Td>
              <Table.Td>{shown(current[field]) || t("stale.empty")}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onTakeTheirs} data-autofocus>
          {t("stale.takeTheirs")}
        </Button>
        <Button onClick={onKeepMine}>{t("stale.keepMine")}</Button>
      </Group>
    </Stack>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value);
  if (isRich(value)) return plainText(value);
  if ("name" in value) return String(value.name);
  return Array.isArray(value) ? value.map(shown).join(", ") : JSON.stringify(value);
}
