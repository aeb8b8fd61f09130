import { Table, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import type { Demand } from "./load";

/** Work that no person or role is on: nobody is asked for it, so it is in none of the hours above. */
export function NobodyOn({ nobodyOn: { count, items } }: { nobodyOn: Demand["nobody_on"] }) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (count === 0) return null;
  return (
    <section>
      <Title order={2} fz="md" mt="lg" mb={4}>
        {t("demand.nobodyOn", { count })}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t("demand.nobodyOnLead")}
      </Text>
      <Table.ScrollContainer minWidth={520}>
        <Table>
          <Table.Tbody>
            {items.map(({ item, project, start, finish }) => (
              <Table.Tr key={item.id}>
                <Table.Th scope="row" className="nl-title">
                  <PeekLink kind="work_item" id={item.id} objectKey={item.key} fz="sm">
                    {item.key} {item.title}
                  </PeekLink>
                </Table.Th>
                <Table.Td>{project.title}</Table.Td>
                <Table.Td ta="right">
                  {figures.date(start)} – {figures.date(finish)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {items.length < count && (
        <Text size="sm" c="dimmed">
          {t("demand.nobodyOnMore", { count: count - items.length })}
        </Text>
      )}
    </section>
  );
}
