import { Table, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import type { StatusReport } from "./status";
import classes from "./status.module.css";

/** The milestones that are on another day than in the report before, were reached, are new or gone. */
export function ComparedTable({ report }: { report: StatusReport }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { compared } = report;
  if (!compared) return null;
  const day = (iso: string | null) => (iso ? figures.date(iso) : "–");
  return (
    <section className={classes.section} aria-label={t("statusReport.comparedTitle")}>
      <Title order={2} size="h5" mb="xs">
        {t("statusReport.comparedWith", {
          date: figures.date(compared.since),
          key: compared.report.key,
        })}
      </Title>
      {compared.milestones.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("statusReport.noMilestoneMoved")}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={420}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                {(["milestone", "before", "now", "what"] as const).map((name) => (
                  <Table.Th key={name}>{t(`statusReport.column.${name}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {compared.milestones.map(({ id, key, title, was, now, days, state }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <PeekLink kind="work_item" id={id} objectKey={key} fz="sm">
                      {title}
                    </PeekLink>
                  </Table.Td>
                  <Table.Td>{day(was)}</Table.Td>
                  <Table.Td>{day(now)}</Table.Td>
                  <Table.Td>
                    {state === "later" || state === "earlier"
                      ? t(`statusReport.${state}`, { count: Math.abs(days ?? 0) })
                      : t(`statusReport.milestone.${state}`)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}
