import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import type { ProjectValue } from "./levelling";

/** What each project is worth, where that comes from, and what a day late of it counts. */
export function ValuesTable({ values }: { values: readonly ProjectValue[] }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const isNone = values.every(({ value }) => value === null);
  return (
    <>
      <Table.ScrollContainer minWidth={480}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("kind.project")}</Table.Th>
              <Table.Th ta="right">{t("levelling.value")}</Table.Th>
              <Table.Th>{t("levelling.valueFrom")}</Table.Th>
              <Table.Th>{t("levelling.lateFrom")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {values.map(({ project, value, initiatives, weight, due }) => (
              <Table.Tr key={project.id}>
                <Table.Th scope="row">
                  <PeekLink kind="project" id={project.id} objectKey={project.key} fz="sm">
                    {project.title}
                  </PeekLink>
                </Table.Th>
                <Table.Td ta="right">
                  {value === null ? t("levelling.noValue") : figures.number(value)}
                </Table.Td>
                <Table.Td>
                  {initiatives.map(({ initiative, score }) => (
                    <Text key={initiative.id} size="sm">
                      {initiative.key} {initiative.title}:{" "}
                      {score === null ? t("levelling.notScored") : figures.number(score)}
                    </Text>
                  ))}
                  {value === null && !isNone && (
                    <Text size="sm" c="dimmed">
                      {t("levelling.countsLittle", { weight: figures.number(weight) })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{figures.dateTime(due)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="dimmed" mt={4}>
        {t(isNone ? "levelling.valuesNone" : "levelling.valuesLead")}
      </Text>
    </>
  );
}
