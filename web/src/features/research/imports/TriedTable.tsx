import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useKindWord } from "@/ui/kinds";
import { useFigures } from "@/ui/words/figures";
import classes from "./ImportPage.module.css";
import type { DryRun } from "./imports";

interface Props {
  rows: DryRun["rows"];
  /** How many there are beyond those shown. */
  of: number;
}

/** What would become of each item, and what stands against it. */
export function TriedTable({ rows, of }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const kindWord = useKindWord();
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section className={classes.frame} tabIndex={0} aria-label={t("researchImport.step.preview")}>
        <Table stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right" w={64}>
                {t("researchImport.row")}
              </Table.Th>
              <Table.Th>{t("researchImport.itemTitle")}</Table.Th>
              <Table.Th>{t("researchImport.here")}</Table.Th>
              <Table.Th>{t("researchImport.happens")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.row}>
                <Table.Td ta="right" className="tabular">
                  {figures.number(row.row)}
                </Table.Td>
                <Table.Td>
                  <div className={classes.cell}>{row.title || row.source_id}</div>
                </Table.Td>
                <Table.Td>{row.kind ? kindWord(row.kind) : "–"}</Table.Td>
                <Table.Td c={row.what === "error" ? "var(--nl-bad)" : undefined}>
                  {[t(`researchImport.fate.${row.what}`), row.why || row.changed.join(", ")]
                    .filter(Boolean)
                    .join(": ")}
                  {row.comments > 0 &&
                    ` · ${t("researchImport.comments", { count: row.comments })}`}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {of > rows.length && (
        <Text size="sm" c="dimmed" mt="xs">
          {t("researchImport.first", {
            shown: figures.number(rows.length),
            all: figures.number(of),
          })}
        </Text>
      )}
    </>
  );
}
