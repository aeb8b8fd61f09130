import { Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Schemas, Shown } from "@/api/shown";
import type { ObjectRef } from "@/api/types";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import { forecastQuery } from "./plan";

type Doubt = Omit<Shown<Schemas["OutsideDoubtOut"]>, "waiting" | "item" | "project"> & {
  waiting: ObjectRef;
  item: ObjectRef | null;
  project: ObjectRef | null;
};

/** The dates of other projects that the forecast takes as uncertain; nothing where there are none. */
export function OutsideDoubts({ projectId }: { projectId: string }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data } = useQuery(forecastQuery(projectId));
  const doubts = (data?.outside ?? []) as Doubt[];
  if (doubts.length === 0) return null;
  return (
    <section aria-label={t("forecast.outside")}>
      <Title order={2}>{t("forecast.outside")}</Title>
      <Text size="sm" c="dimmed" maw={720}>
        {t("forecast.outsideMeans")}
      </Text>
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing="xs" fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("forecast.waits")}</Table.Th>
              <Table.Th>{t("forecast.waitsFor")}</Table.Th>
              <Table.Th>{t("forecast.plannedThere")}</Table.Th>
              <Table.Th>P10</Table.Th>
              <Table.Th>P50</Table.Th>
              <Table.Th>P80</Table.Th>
              <Table.Th>P90</Table.Th>
              <Table.Th>{t("forecast.recordedOn")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {doubts.map(({ id, waiting, item, project, planned, p10, p50, p80, p90, on }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <PeekLink kind="work_item" id={waiting.id} objectKey={waiting.key} fz="sm">
                    {waiting.key}
                  </PeekLink>
                </Table.Td>
                <Table.Td>
                  {item ? (
                    <PeekLink kind="work_item" id={item.id} objectKey={item.key} fz="sm">
                      {`${item.key} ${item.title}${project ? `, ${project.title}` : ""}`}
                    </PeekLink>
                  ) : (
                    t("forecast.someOther")
                  )}
                </Table.Td>
                {[planned, p10, p50, p80, p90].map((at, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the columns are fixed.
                  <Table.Td key={place} className="tabular">
                    {figures.date(at)}
                  </Table.Td>
                ))}
                <Table.Td className="tabular">{figures.date(on)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
