import { Alert, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import type { Preview } from "./delivery";
import classes from "./ImportPreview.module.css";

interface Props {
  preview: Preview;
}

const COUNTED = [
  "tasks",
  "summaries",
  "milestones",
  "links",
  "calendars",
  "resources",
  "assignments",
  "constraints",
  "deadlines",
] as const;

/** What was read from the file, and each thing that could not be taken over as it is. */
export function ImportPreview({ preview }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { name, start, finish, counts, warnings } = preview;
  return (
    <Stack gap="lg">
      <Text>
        {t("import.read", { name, start: figures.date(start), finish: figures.date(finish) })}
      </Text>
      <SimpleGrid cols={{ base: 3, sm: 5 }} spacing="sm">
        {COUNTED.filter((each) => counts[each] !== undefined).map((each) => (
          <div key={each} className={classes.count}>
            <span className={classes.figure}>{figures.number(counts[each] ?? 0)}</span>
            <span className={classes.what}>{t(`import.count.${each}`)}</span>
          </div>
        ))}
      </SimpleGrid>
      {warnings.length === 0 ? (
        <Alert color="north" icon={<IconCircleCheck size={18} />} p="sm">
          {t("import.whole")}
        </Alert>
      ) : (
        <section>
          <Title order={2}>{t("import.warnings", { count: warnings.length })}</Title>
          <Text size="sm" c="dimmed" mb="sm">
            {t("import.warningsLead")}
          </Text>
          <div className={classes.warnings}>
            <Table stickyHeader>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t("import.what")}</Table.Th>
                  <Table.Th>{t("import.where")}</Table.Th>
                  <Table.Th>{t("import.why")}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {warnings.map(({ what, where, message }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: read once, never reordered
                  <Table.Tr key={index}>
                    <Table.Td>{what}</Table.Td>
                    <Table.Td>{where}</Table.Td>
                    <Table.Td>{message}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </section>
      )}
    </Stack>
  );
}
