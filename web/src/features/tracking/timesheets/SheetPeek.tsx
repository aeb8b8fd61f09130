import { Anchor, Box, Group, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { OwnFields } from "@/features/core/list/OwnFields";
import { ErrorState } from "@/ui/ErrorState";
import { KeyBadge } from "@/ui/KeyBadge";
import { LoadingState } from "@/ui/LoadingState";
import type { PeekProps } from "@/ui/shell/registry";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { sumOf } from "./hours";
import { PartList } from "./PartList";
import { StateMark } from "./StateMark";
import { byDay, sheetQuery, sum } from "./sheets";

/** A week in short: its sums, what was said of it, and the way to it. */
export default function SheetPeek({ id }: PeekProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { data: week, error } = useQuery(sheetQuery(id));
  if (error && !week) return <ErrorState title={error.title} detail={error.detail} />;
  if (!week) return <LoadingState rows={4} />;
  const { rows, capacity, member } = week;
  return (
    <Box p="md">
      <Title order={1} fz="lg" mb="xs">
        {week.title}
      </Title>
      <Group gap="sm" mb="md">
        <StateMark state={week.state} />
        <Text size="sm">
          {member.name} · {sumOf(sum(byDay(week)))} / {sumOf(sum(capacity))}
        </Text>
        <Anchor
          fz="sm"
          renderRoot={(props) => (
            <Link
              {...props}
              to="/$workspace/timesheet"
              params={{ workspace }}
              search={{ week: week.week, who: member.id }}
            />
          )}
        >
          {t("timesheet.openWeek")}
        </Anchor>
      </Group>
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td>
                <KeyBadge value={row.key} /> {row.title}
                <Text size="xs" c="dimmed">
                  {row.project.title}
                </Text>
              </Table.Td>
              <Table.Td ta="right">{sumOf(sum(row.minutes))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <PartList week={week} />
      <OwnFields object={{ id, kind: "timesheet", key: week.key, archived_at: null }} />
    </Box>
  );
}
