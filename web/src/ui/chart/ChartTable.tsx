import { ScrollArea, Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { dayOf, type Level, type Point, type Series } from "./chart";

interface Props {
  title: string;
  series: readonly Series[];
  levels: readonly Level[];
  unit: string;
  dated: boolean;
}

/** What a picture shows, day by day; of things of their own one line each. */
export function ChartTable({ title, series, levels, unit, dated }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const singles = series.flatMap(({ points }) => points.filter(({ label }) => label));
  const days = [...new Set(series.flatMap(({ points }) => points.map(({ day }) => day)))].sort();
  const values = series.map(
    ({ points }) => new Map(points.map((point) => [point.day, point] as const)),
  );
  const amount = (value: number) => (dated ? figures.date(dayOf(value)) : figures.number(value));
  const said = ({ value, base }: Point) =>
    dated && base !== undefined ? `${amount(base)} – ${amount(base + value)}` : amount(value);
  return (
    <ScrollArea.Autosize
      mah={320}
      viewportProps={{ tabIndex: 0, role: "region", "aria-label": title }}
    >
      <Table stickyHeader withRowBorders={false} striped aria-label={title} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("chart.day")}</Table.Th>
            {singles.length > 0 ? (
              <>
                <Table.Th>{t("chart.what")}</Table.Th>
                <Table.Th ta="end">{unit}</Table.Th>
              </>
            ) : (
              series.map(({ name }) => (
                <Table.Th key={name} ta="end">
                  {name}
                </Table.Th>
              ))
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {singles.map(({ day, value, label }) => (
            <Table.Tr key={`${label} ${day}`}>
              <Table.Td>{figures.date(day)}</Table.Td>
              <Table.Td>{label}</Table.Td>
              <Table.Td ta="end">{amount(value)}</Table.Td>
            </Table.Tr>
          ))}
          {singles.length === 0 &&
            days.map((day) => (
              <Table.Tr key={day}>
                <Table.Td>{figures.date(day)}</Table.Td>
                {values.map((known, index) => {
                  const point = known.get(day);
                  return (
                    <Table.Td key={series[index]?.name} ta="end">
                      {point ? said(point) : ""}
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          {levels.map(({ value, label }) => (
            <Table.Tr key={label}>
              <Table.Td colSpan={2}>{label}</Table.Td>
              <Table.Td ta="end">{amount(value)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
