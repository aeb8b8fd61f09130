import { Button, Popover, Stack, Table, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { useFigures } from "@/ui/words/figures";
import { calibrationQuery } from "./queries";
import type { Scorecard } from "./types";

interface Props {
  scorecard: Scorecard;
}

/** How past estimates of effort compare with what delivery took. */
export function CalibrationButton({ scorecard }: Props) {
  const { t } = useTranslation();
  const [opened, popover] = useDisclosure();
  if (!scorecard.effort) return null;
  return (
    <Popover
      opened={opened}
      onChange={(next) => !next && popover.close()}
      width={440}
      position="bottom-end"
      trapFocus
    >
      <Popover.Target>
        <Button variant="subtle" color="gray" size="xs" onClick={popover.toggle}>
          {t("calibration.button")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>{opened && <Findings scorecard={scorecard} />}</Popover.Dropdown>
    </Popover>
  );
}

function Findings({ scorecard }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data, error } = useQuery(calibrationQuery(scorecard.id));
  if (error && !data) return <ProblemNote fault={error} />;
  if (!data) return <LoadingState rows={3} />;
  if (data.bias === null || data.spread === null) {
    return <Text size="sm">{t("calibration.empty")}</Text>;
  }
  return (
    <Stack gap="sm">
      <Text size="sm">
        {t(sentenceOf(data.items.length, data.bias), {
          times: figures.number(data.bias),
          low: figures.number(data.bias / data.spread),
          high: figures.number(data.bias * data.spread),
        })}
      </Text>
      <Text size="sm" c={data.correction === null ? "dimmed" : undefined}>
        {data.correction === null
          ? t("calibration.few", { count: data.items.length })
          : t("calibration.correct", { times: figures.number(data.correction) })}
      </Text>
      <Table fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(`kind.${scorecard.about}`)}</Table.Th>
            <Table.Th ta="end">{t("calibration.estimated")}</Table.Th>
            <Table.Th ta="end">{t("calibration.took")}</Table.Th>
            <Table.Th ta="end">{t("calibration.booked")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.items.map(({ subject, estimated, actual, booked }) => (
            <Table.Tr key={subject.id}>
              <Table.Td>
                {subject.key} {subject.title}
              </Table.Td>
              <Table.Td ta="end">{figures.number(estimated)}</Table.Td>
              <Table.Td ta="end">{figures.number(actual)}</Table.Td>
              <Table.Td ta="end">{figures.number(booked)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed">
        {t("calibration.bookedMeans")}
      </Text>
    </Stack>
  );
}

/** One piece of work says nothing of how far the next ones lie apart. */
function sentenceOf(pieces: number, bias: number) {
  if (pieces === 1) return "calibration.one";
  return bias >= 1 ? "calibration.over" : "calibration.under";
}
