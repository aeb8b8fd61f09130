import { Anchor, Table } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { useFigures } from "@/ui/words/figures";
import { sumOf } from "./hours";
import { StateMark } from "./StateMark";
import { missingQuery, type TimesheetView } from "./sheets";

/** Who was to work on my projects and has not handed in. */
export function MissingSheets({ onView }: { onView: (change: Partial<TimesheetView>) => void }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data, error } = useQuery(missingQuery);
  if (error && !data) return <ErrorState title={error.title} detail={error.detail} />;
  if (!data) return <LoadingState />;
  if (data.length === 0)
    return <EmptyState icon={IconCheck} sentence={t("timesheet.nothingMissing")} />;
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("timesheet.weekOf")}</Table.Th>
            <Table.Th>{t("timesheet.who")}</Table.Th>
            <Table.Th ta="right">{t("timesheet.planned")}</Table.Th>
            <Table.Th>{t("list.field.state")}</Table.Th>
            <Table.Th>{t("timesheet.reminded")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.map(({ week, member, planned_minutes, state, reminded_at }) => (
            <Table.Tr key={`${week} ${member.id}`}>
              <Table.Td>{figures.date(week)}</Table.Td>
              <Table.Td>
                <Anchor
                  component="button"
                  fz="sm"
                  onClick={() => onView({ tab: undefined, week, who: member.id })}
                >
                  {member.name}
                </Anchor>
              </Table.Td>
              <Table.Td ta="right">{sumOf(planned_minutes)}</Table.Td>
              <Table.Td>
                <StateMark state={state} />
              </Table.Td>
              <Table.Td>{reminded_at && figures.date(reminded_at)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
