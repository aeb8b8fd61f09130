import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import classes from "./Forecast.module.css";
import type { Forecast } from "./plan";

interface Props {
  drivers: NonNullable<Forecast["drivers"]>;
}

/** The tasks that decide the finish, the strongest first. */
export function DriversTable({ drivers }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (drivers.length === 0) return <Text c="dimmed">{t("forecast.noDrivers")}</Text>;
  return (
    <Table.ScrollContainer minWidth={360}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("kind.work_item")}</Table.Th>
            <Table.Th w={160}>
              <Term meaning={t("forecast.criticalityMeans")}>{t("forecast.criticality")}</Term>
            </Table.Th>
            <Table.Th w={160}>
              <Term meaning={t("forecast.sensitivityMeans")}>{t("forecast.sensitivity")}</Term>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {drivers.map(({ id, key, title, criticality_index, sensitivity }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <KeyBadge value={key} />{" "}
                <PeekLink kind="work_item" id={id} objectKey={key} fz="sm">
                  {title}
                </PeekLink>
              </Table.Td>
              <Table.Td>{figures.percent(criticality_index)}</Table.Td>
              <Table.Td>
                <span className={classes.weight}>
                  <span
                    className={classes.weightBar}
                    style={{ width: `${Math.max(0, Math.min(1, sensitivity)) * 64}px` }}
                  />
                  {figures.number(sensitivity)}
                </span>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
