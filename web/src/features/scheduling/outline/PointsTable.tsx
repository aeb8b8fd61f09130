import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PlanLint } from "./findings";

interface Props {
  points: PlanLint["points"];
}

/** The fourteen points of the assessment, each with its verdict and how it came to it. */
export function PointsTable({ points }: Props) {
  const { t } = useTranslation();
  return (
    <section aria-label={t("lint.points")}>
      <Text size="sm" fw={600} mb={4}>
        {t("lint.points")}
      </Text>
      <Table fz="xs" verticalSpacing={4}>
        <Table.Tbody>
          {points.map(({ number, name, verdict, sentence }) => (
            <Table.Tr key={number}>
              <Table.Th scope="row" fw={600}>
                {`${number}. ${name}`}
                <Text size="xs" c="dimmed" fw={400}>
                  {sentence}
                </Text>
              </Table.Th>
              <Table.Td c={verdict === "fail" ? "var(--nl-bad)" : undefined}>
                {t(`lint.verdict.${verdict}`)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
