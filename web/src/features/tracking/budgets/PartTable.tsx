import { Group, Select, Table, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import classes from "./Budget.module.css";
import type { Budget } from "./budgets";

const ALL = "total";

/** What the money is paid for, planned against actual, of the whole or of a phase. */
export function PartTable({ budget }: { budget: Budget }) {
  const { t } = useTranslation();
  const { number } = useFigures();
  const [wanted, setWanted] = useState(ALL);
  const named = budget.phases.flatMap((row) => (row.phase ? [{ ...row, phase: row.phase }] : []));
  const chosen = named.find(({ phase }) => phase.id === wanted);
  const parts = (chosen ?? budget.total).parts ?? [];
  const whole = (value: number) => number(Math.round(value));
  return (
    <section className={classes.months} aria-label={t("budget.paidFor")}>
      <Group justify="space-between" mb="xs">
        <Title order={2} fz="md">
          {t("budget.paidFor")}
        </Title>
        {named.length > 1 && (
          <Select
            size="xs"
            aria-label={t("budget.phase")}
            allowDeselect={false}
            data={[
              { value: ALL, label: t("budget.total") },
              ...named.map(({ phase }) => ({ value: phase.id, label: phase.title })),
            ]}
            value={chosen ? wanted : ALL}
            onChange={(next) => setWanted(next ?? ALL)}
          />
        )}
      </Group>
      <Table.ScrollContainer minWidth={330}>
        <Table verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("budget.what")}</Table.Th>
              {(["planned", "actual", "forecast"] as const).map((name) => (
                <Table.Th key={name} ta="right">
                  {t(`budget.${name}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {parts.map(({ part, planned, actual, forecast }) => (
              <Table.Tr key={part}>
                <Table.Th scope="row" fw={500}>
                  {t(`budget.part.${part}`)}
                </Table.Th>
                <Table.Td className={classes.figure}>{whole(planned)}</Table.Td>
                <Table.Td className={classes.figure}>{whole(actual)}</Table.Td>
                <Table.Td className={classes.figure}>{whole(forecast)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
