import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import type { Impact } from "./requests";

/** The figures of an impact: outcomes side by side, then the milestones and people that it concerns. */
export function ImpactFigures({ impact }: { impact: Impact }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { was, now, cost, milestones, people } = impact;
  const day = (at: string | null | undefined) => (at ? figures.date(at) : "–");
  const percent = (chance: number | null | undefined) =>
    chance == null ? "–" : `${Math.round(chance * 100)} %`;
  const days = (minutes: number | null | undefined) =>
    minutes == null ? "–" : t("request.days", { days: signed(minutes / impact.minutes_per_day) });
  const points = (was.probability ?? null) !== null && (now.probability ?? null) !== null;
  const gained = points ? ((now.probability ?? 0) - (was.probability ?? 0)) * 100 : null;
  const rows = [
    ["finish", day(was.finish), day(now.finish), days(impact.finish_minutes)],
    ["p80", day(was.p80), day(now.p80), ""],
    [
      "chance",
      percent(was.probability),
      percent(now.probability),
      gained === null ? "" : t("request.points", { points: signed(gained) }),
    ],
    ...(cost
      ? [
          [
            "cost",
            cost.was.toLocaleString(),
            cost.now.toLocaleString(),
            signed(cost.now - cost.was),
          ],
        ]
      : []),
  ] as ["finish" | "p80" | "chance" | "cost", string, string, string][];
  return (
    <>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {(["figure", "plan", "with", "moves"] as const).map((name) => (
              <Table.Th key={name} scope="col">
                {t(`request.${name}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([name, before, after, moved]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{t(`request.${name}`)}</Table.Th>
              <Table.Td>{before}</Table.Td>
              <Table.Td>{after}</Table.Td>
              <Table.Td>{moved}</Table.Td>
            </Table.Tr>
          ))}
          {milestones.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Th scope="row">
                {one.key} {one.title}
              </Table.Th>
              <Table.Td>{day(one.was_finish)}</Table.Td>
              <Table.Td>{day(one.finish)}</Table.Td>
              <Table.Td>{days(one.finish_variance)}</Table.Td>
            </Table.Tr>
          ))}
          {people.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Th scope="row">{one.title}</Table.Th>
              <Table.Td>{t("request.hours", { hours: one.was })}</Table.Td>
              <Table.Td>{t("request.hours", { hours: one.now })}</Table.Td>
              <Table.Td>{signed(one.now - one.was)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {people.length === 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t("request.noPeople")}
        </Text>
      )}
    </>
  );
}

/** With its sign, to one decimal. */
function signed(value: number): string {
  const shown = Math.round(value * 10) / 10;
  return shown > 0 ? `+${shown}` : String(shown).replace("-", "−");
}
