import { Group, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadingState } from "@/ui/LoadingState";
import { PersonPill } from "@/ui/PersonPill";
import { ProblemNote } from "@/ui/ProblemNote";
import { useFigures } from "@/ui/words/figures";
import { CheckInButton } from "./CheckInButton";
import { ListLink } from "./lists/ListLink";
import { checkInsQuery } from "./queries";
import type { KeyResult } from "./types";
import { useMeasure } from "./useMeasure";

interface Props {
  keyResult: KeyResult;
}

/** Every reading in figures, newest first: the table beside the sparkline. */
export function CheckIns({ keyResult }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const measure = useMeasure();
  const { data: readings, error } = useQuery(checkInsQuery(keyResult.id));
  if (error && !readings) return <ProblemNote fault={error} />;
  if (!readings) return <LoadingState rows={3} />;
  return (
    <Stack gap="sm">
      {keyResult.can.contribute && keyResult.archived_at === null && (
        <Group>
          <CheckInButton keyResult={keyResult} />
        </Group>
      )}
      {readings.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("checkIn.empty")}
        </Text>
      ) : (
        <Table verticalSpacing={6} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("checkIn.when")}</Table.Th>
              <Table.Th ta="end">{t("checkIn.value")}</Table.Th>
              <Table.Th ta="end">{t("checkIn.confidence")}</Table.Th>
              <Table.Th>{t("checkIn.by")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {readings.map(({ id, at, value, confidence, note, by }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  {figures.date(at)}
                  {note && (
                    <Text size="xs" c="dimmed">
                      {note}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="end">{measure(value, keyResult.unit)}</Table.Td>
                <Table.Td ta="end">{figures.percent(confidence / 100)}</Table.Td>
                <Table.Td>
                  <PersonPill person={by} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <ListLink kind="check_in">{t("checkIn.all")}</ListLink>
    </Stack>
  );
}
