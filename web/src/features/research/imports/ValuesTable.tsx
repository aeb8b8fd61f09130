import { NativeSelect, Table, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";

interface Props {
  title: string;
  /** How often each value comes. */
  values: Record<string, number>;
  chosen: Record<string, string>;
  otherwise: string;
  options: { value: string; label: string }[];
  onChosen: (chosen: Record<string, string>) => void;
}

/** What each word of the source becomes here. */
export function ValuesTable({ title, values, chosen, otherwise, options, onChosen }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  return (
    <section>
      <Title order={3} mb="xs">
        {title}
      </Title>
      <Table maw={640}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("researchImport.there")}</Table.Th>
            <Table.Th ta="right">{t("researchImport.number")}</Table.Th>
            <Table.Th>{t("researchImport.here")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {Object.entries(values).map(([value, count]) => (
            <Table.Tr key={value}>
              <Table.Td>{value}</Table.Td>
              <Table.Td ta="right" className="tabular">
                {figures.number(count)}
              </Table.Td>
              <Table.Td>
                <NativeSelect
                  size="xs"
                  aria-label={t("researchImport.becomesOf", { name: value })}
                  data={options}
                  value={chosen[value] ?? otherwise}
                  onChange={(event) => onChosen({ ...chosen, [value]: event.currentTarget.value })}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
