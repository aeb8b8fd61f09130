import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import type { WayOut } from "./levelling";

/** When each project ends now and when it would, beside its deadline. */
export function FinishesTable({ projects }: Pick<WayOut, "projects">) {
  const { t } = useTranslation();
  const figures = useFigures();
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("kind.project")}</Table.Th>
            <Table.Th>{t("levelling.ends")}</Table.Th>
            <Table.Th>{t("levelling.endsThen")}</Table.Th>
            <Table.Th>{t("project.deadline")}</Table.Th>
            <Table.Th ta="right">{t("levelling.moved")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {projects.map((one) => (
            <Table.Tr key={one.project.id}>
              <Table.Th scope="row">
                <PeekLink kind="project" id={one.project.id} objectKey={one.project.key} fz="sm">
                  {one.project.title}
                </PeekLink>
              </Table.Th>
              <Table.Td>{figures.dateTime(one.was_finish)}</Table.Td>
              <Table.Td>{figures.dateTime(one.finish)}</Table.Td>
              <Table.Td>
                {one.deadline && (
                  <Text size="sm" c={one.finish > one.deadline ? "var(--nl-bad)" : undefined}>
                    {figures.date(one.deadline)}
                    {one.finish > one.deadline && ` · ${t("levelling.missed")}`}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right">{figures.number(one.moved)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
