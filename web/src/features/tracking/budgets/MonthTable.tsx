import { Table, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLocale } from "@/features/core/useLocale";
import { momentOf, useFigures } from "@/ui/words/figures";
import classes from "./Budget.module.css";
import { type Budget, columnsOf, type Unit } from "./budgets";

/** Planned and forecast of every phase, month by month; what is past is what it was. */
export function MonthTable({ budget, unit }: { budget: Budget; unit: Unit }) {
  const { t } = useTranslation();
  const { number } = useFigures();
  const word = new Intl.DateTimeFormat(useLocale(), { month: "short", year: "2-digit" });
  const { months, this_month, phases, total } = budget;
  const rows = [
    ...phases.map((row) => ({
      id: row.phase?.id ?? "none",
      title: row.phase?.title ?? t("budget.noPhase"),
      figures: row,
    })),
    { id: "total", title: t("budget.total"), figures: total },
  ];
  return (
    <section className={classes.months} aria-label={t("budget.byMonth")}>
      <Title order={2} fz="md" mb="xs">
        {t("budget.byMonth")}
      </Title>
      <Table.ScrollContainer minWidth={320 + 72 * months.length}>
        <Table verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("budget.phase")}</Table.Th>
              <Table.Th>{t("budget.what")}</Table.Th>
              {months.map((month) => (
                <Table.Th key={month} ta="right" data-now={month === this_month || undefined}>
                  {word.format(momentOf(month))}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.flatMap(({ id, title, figures }) =>
              (["planned", "forecast"] as const).map((name) => (
                <Table.Tr key={`${id} ${name}`}>
                  <Table.Th scope="row" fw={500} className="nl-title">
                    {name === "planned" ? title : ""}
                  </Table.Th>
                  <Table.Td>{t(`budget.${name}`)}</Table.Td>
                  {columnsOf(figures, unit).by_month[name].map((value, at) => (
                    <Table.Td key={months[at]} className={classes.figure}>
                      {value === 0 ? "" : number(Math.round(value))}
                    </Table.Td>
                  ))}
                </Table.Tr>
              )),
            )}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
