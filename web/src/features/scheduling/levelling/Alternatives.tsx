import { Radio, Table, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { FASTEST, type Proposal } from "./levelling";

const A_DAY = 1440;

interface Props {
  alternatives: Proposal["alternatives"];
  chosen: string;
  canChoose: boolean;
  onChoose: (name: string) => void;
}

/** The ways out beside the fastest, each with its price. */
export function Alternatives({ alternatives, chosen, canChoose, onChoose }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const isPriced = alternatives.some(({ cost }) => cost !== null);
  const isLate = alternatives.some(({ late_minutes }) => late_minutes > 0);
  const inDays = (minutes: number) => t("levelling.days", { count: Math.round(minutes / A_DAY) });
  /** The name at the head of a row. Where deadlines are missed the fastest is the one that misses them by least. */
  const title = (name: string) =>
    isLate && name === FASTEST ? t("levelling.leastLate") : asTitle(name);
  return (
    <section>
      <Title order={2} fz="md" mb="xs">
        {t("levelling.alternatives")}
      </Title>
      <Table.ScrollContainer minWidth={560}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("levelling.wayOut")}</Table.Th>
              <Table.Th>{t("levelling.endsThen")}</Table.Th>
              {isLate && <Table.Th ta="right">{t("levelling.late")}</Table.Th>}
              <Table.Th ta="right">{t("levelling.moved")}</Table.Th>
              <Table.Th ta="right">{t("levelling.shift")}</Table.Th>
              <Table.Th ta="right">{t("levelling.extraHours")}</Table.Th>
              {isPriced && <Table.Th ta="right">{t("levelling.cost")}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {alternatives.map((one) => (
              <Table.Tr key={one.name}>
                <Table.Th scope="row">
                  {one.applicable ? (
                    <Radio
                      size="xs"
                      name="alternative"
                      label={title(one.name)}
                      disabled={!canChoose}
                      checked={chosen === one.name}
                      onChange={() => onChoose(one.name)}
                    />
                  ) : (
                    <>
                      {title(one.name)}
                      <Text size="xs" c="dimmed">
                        {t("levelling.takesPeople")}
                      </Text>
                    </>
                  )}
                </Table.Th>
                <Table.Td>{figures.dateTime(one.finish)}</Table.Td>
                {isLate && <Table.Td ta="right">{inDays(one.late_minutes)}</Table.Td>}
                <Table.Td ta="right">{figures.number(one.moved)}</Table.Td>
                <Table.Td ta="right">{inDays(one.shift_minutes)}</Table.Td>
                <Table.Td ta="right">{figures.number(one.extra_hours)}</Table.Td>
                {isPriced && (
                  <Table.Td ta="right">
                    {one.cost === null ? "" : figures.number(one.cost)}
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

const asTitle = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
