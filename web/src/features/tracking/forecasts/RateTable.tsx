import { Progress, Table, Text } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import classes from "./RateTable.module.css";

interface Rate {
  name: string;
  level: number;
  rate: number;
  low: number;
  high: number;
  count: number;
}

interface Props {
  caption: string;
  said: string;
  held: string;
  rates: readonly Rate[];
}

/** What was said beside how often it came true, with a mark where it should have been. */
export function RateTable({ caption, said, held, rates }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const id = useId();
  return (
    <div>
      <Text size="sm" id={id}>
        {caption}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={classes.scroll} aria-labelledby={id} tabIndex={0}>
        <Table className={classes.table} verticalSpacing={6} fz="sm" aria-labelledby={id}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{said}</Table.Th>
              <Table.Th w="45%">{held}</Table.Th>
              <Table.Th ta="end">{t("forecast.trust.range")}</Table.Th>
              <Table.Th ta="end">{t("forecast.trust.count")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rates.map(({ name, level, rate, low, high, count }) => (
              <Table.Tr key={name}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>
                  <div className={classes.rate}>
                    <div className={classes.bar}>
                      <Progress
                        value={Math.round(100 * rate)}
                        size="lg"
                        aria-label={`${said} ${name}`}
                      />
                      <span
                        className={classes.mark}
                        style={{ insetInlineStart: `${100 * level}%` }}
                      />
                    </div>
                    <span className={classes.percent}>{figures.percent(rate)}</span>
                  </div>
                </Table.Td>
                <Table.Td ta="end">
                  {figures.percent(low)} – {figures.percent(high)}
                </Table.Td>
                <Table.Td ta="end">{figures.number(count)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </div>
  );
}
