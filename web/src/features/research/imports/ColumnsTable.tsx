import { NativeSelect, Table, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Field } from "@/ui/list/types";
import classes from "./ImportPage.module.css";
import { COLUMNS, type Mapping, type Recognised } from "./imports";

interface Props {
  recognised: Recognised;
  columns: Mapping["columns"];
  /** The fields that people added to what the rows become. */
  own: readonly Field[];
  onColumns: (columns: Mapping["columns"]) => void;
}

/** The first rows of the table, and above each column what it holds. */
export function ColumnsTable({ recognised, columns, own, onColumns }: Props) {
  const { t } = useTranslation();
  const { headings, sample } = recognised;
  const ours = COLUMNS.map((value) => ({ value, label: t(`researchImport.column.${value}`) }));
  const theirs = own.map(({ name, label }) => ({ value: name, label }));
  const options =
    theirs.length > 0
      ? [
          { group: t("researchImport.ourColumns"), items: ours },
          { group: t("researchImport.ownColumns"), items: theirs },
        ]
      : ours;
  return (
    <section>
      <Title order={3}>{t("researchImport.columns")}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t("researchImport.columnsHint")}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard */}
      <section className={classes.frame} tabIndex={0} aria-label={t("researchImport.columns")}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {headings.map((heading, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a table's columns, never reordered
                <Table.Th key={at} className={classes.column}>
                  <div className={classes.cell}>{heading}</div>
                  <NativeSelect
                    size="xs"
                    aria-label={t("researchImport.columnHolds", { name: heading })}
                    data={options}
                    value={columns[at]}
                    onChange={(event) => {
                      const column = event.currentTarget.value as Mapping["columns"][number];
                      onColumns(columns.map((held, other) => (other === at ? column : held)));
                    }}
                  />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sample.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the first rows, never reordered
              <Table.Tr key={at}>
                {row.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row's cells, never reordered
                  <Table.Td key={column}>
                    <div className={classes.cell}>{cell}</div>
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </section>
  );
}
