import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import type { Milestone } from "./trend";

interface Props {
  milestones: readonly Milestone[];
}

/** What was said of each milestone when, and by whom. */
export function TrendTable({ milestones }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {["milestone", "slip", "on", "at", "source"].map((name) => (
              <Table.Th key={name}>{t(`trend.column.${name}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {milestones.flatMap(({ item, slip_days, points }) =>
            points.map((point, index) => (
              <Table.Tr key={`${item.id} ${point.on}`}>
                <Table.Td>
                  {index === 0 && (
                    <PeekLink kind="work_item" id={item.id} objectKey={item.key} fz="sm">
                      {item.title}
                    </PeekLink>
                  )}
                </Table.Td>
                <Table.Td className="tabular">
                  {index === 0 && t("trend.days", { count: slip_days })}
                </Table.Td>
                <Table.Td className="tabular">{figures.date(point.on)}</Table.Td>
                <Table.Td className="tabular">{figures.date(point.at)}</Table.Td>
                <Table.Td>{point.title || t(`trend.source.${point.source}`)}</Table.Td>
              </Table.Tr>
            )),
          )}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
