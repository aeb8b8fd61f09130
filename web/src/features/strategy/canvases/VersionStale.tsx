import { Alert, Button, Group, Stack, Table, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./CanvasBoard.module.css";
import { type Draft, linesOf } from "./draft";
import type { Version } from "./types";

interface Props {
  mine: Draft;
  theirs: Version;
  name: (box: string) => string;
  isPending: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Somebody wrote a version meanwhile: what differs, and which of the two goes on. */
export function VersionStale({ mine, theirs, name, isPending, onKeepMine, onTakeTheirs }: Props) {
  const { t } = useTranslation();
  const boxes = theirs.boxes.map(({ box, statements }) => ({
    box,
    ours: linesOf(mine[box] ?? []),
    others: linesOf(statements),
  }));
  const different = boxes.filter(({ ours, others }) => ours !== others);
  const { number } = theirs;
  return (
    <Alert
      color="yellow"
      role="alert"
      icon={<IconAlertTriangle size={18} />}
      title={t("vision.staleTitle", {
        number,
        who: theirs.created_by?.name ?? t("activity.someone"),
      })}
    >
      <Stack gap="sm">
        <Text size="sm">{t("vision.staleLead")}</Text>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("stale.field")}</Table.Th>
              <Table.Th>{t("stale.yours")}</Table.Th>
              <Table.Th>{t("vision.option", { number, date: t("stale.theirs") })}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {different.map(({ box, ours, others }) => (
              <Table.Tr key={box} className={classes.said}>
                <Table.Td>{name(box)}</Table.Td>
                <Table.Td>{ours || t("stale.empty")}</Table.Td>
                <Table.Td>{others || t("stale.empty")}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group gap="sm">
          <Button loading={isPending} onClick={onKeepMine}>
            {t("vision.keepMine", { number: number + 1 })}
          </Button>
          <Button variant="default" onClick={onTakeTheirs}>
            {t("vision.takeTheirs", { number })}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
