import { Table, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import classes from "./Budget.module.css";
import { type Budget, columnsOf, type Figures, type Unit } from "./budgets";

interface Props {
  budget: Budget;
  unit: Unit;
}

/** Each phase with its budget, plan, actual, what is to come, and why the forecast is another. */
export function BudgetTable({ budget, unit }: Props) {
  const { t } = useTranslation();
  const names = [
    "budget",
    "planned",
    "actual",
    unit === "money" ? ("committed" as const) : ("waiting" as const),
    "remaining",
    "forecast",
    "variance",
  ] as const;
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table className={classes.table} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("budget.phase")}</Table.Th>
            {names.map((name) => (
              <Table.Th key={name} ta="right">
                {t(`budget.${name}`)}
              </Table.Th>
            ))}
            <Table.Th className={classes.why}>{t("budget.why")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {budget.phases.map((row) => (
            <Row
              key={row.phase?.id ?? "none"}
              title={row.phase?.title ?? t("budget.noPhase")}
              figures={row}
              names={names}
              unit={unit}
            />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Row title={t("budget.total")} figures={budget.total} names={names} unit={unit} />
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
}

interface RowProps {
  title: string;
  figures: Figures;
  names: readonly (
    | "budget"
    | "planned"
    | "actual"
    | "committed"
    | "waiting"
    | "remaining"
    | "forecast"
    | "variance"
  )[];
  unit: Unit;
}

function Row({ title, figures, names, unit }: RowProps) {
  const { t } = useTranslation();
  const { number } = useFigures();
  const columns = columnsOf(figures, unit);
  const isOver = columns.variance > 0;
  const whole = (value: number) => number(Math.round(value));
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500} className="nl-title">
        {title}
      </Table.Th>
      {names.map((name) => {
        const value = columns[name];
        const isVariance = name === "variance";
        return (
          <Table.Td
            key={name}
            className={classes.figure}
            data-over={(isVariance && isOver) || undefined}
          >
            {isVariance && isOver && (
              <IconAlertTriangle size={12} aria-label={t("budget.over")} className={classes.sign} />
            )}
            {value === null ? "–" : `${isVariance && value > 0 ? "+" : ""}${whole(value)}`}
          </Table.Td>
        );
      })}
      <Table.Td className={classes.why}>
        {figures.said.map((said) => (
          <Text key={said} size="sm">
            {said}
          </Text>
        ))}
        {figures.reasons.map(({ code, hours, money }) => {
          const amount = unit === "money" && money !== null ? money : hours;
          if (Math.round(amount) === 0) return null;
          return (
            <Text key={code} size="xs" c="dimmed">
              {t(`budget.because.${code}`)}{" "}
              {`${amount > 0 ? "+" : ""}${whole(amount)}${unit === "hours" ? "\u00a0h" : ""}`}
            </Text>
          );
        })}
      </Table.Td>
    </Table.Tr>
  );
}
