import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { HiddenHead } from "@/ui/table/HiddenHead";
import { useFigures } from "@/ui/words/figures";
import { varianceText } from "../baselines/variance";
import type { Review } from "./scenarios";

/** The plan and the scenario beside one another: finish, chances, deadline. */
export function Outcomes({ review }: { review: Review }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { plan, outcome, deadline, finish_variance, minutes_per_day } = review;
  const day = (at: string | null) => (at ? figures.date(at) : "–");
  const chance = (share: number | null) => (share === null ? "–" : figures.percent(share));
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table aria-label={t("scenario.outcome")} maw={720}>
        <Table.Thead>
          <Table.Tr>
            <HiddenHead>{t("scenario.figure")}</HiddenHead>
            <Table.Th>{t("scenario.plan")}</Table.Th>
            <Table.Th>{t("scenario.one")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th scope="row">{t("baseline.finish")}</Table.Th>
            <Table.Td>{day(plan.finish)}</Table.Td>
            <Table.Td>
              {day(outcome.finish)}{" "}
              {finish_variance !== 0 && (
                <strong>{varianceText(finish_variance, minutes_per_day, figures.number)}</strong>
              )}
            </Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th scope="row">{t("scenario.p80")}</Table.Th>
            <Table.Td>{day(plan.p80)}</Table.Td>
            <Table.Td>{day(outcome.p80)}</Table.Td>
          </Table.Tr>
          {deadline && (
            <Table.Tr>
              <Table.Th scope="row">
                {t("scenario.chanceOf", { day: figures.date(deadline) })}
              </Table.Th>
              <Table.Td>{chance(plan.probability)}</Table.Td>
              <Table.Td>{chance(outcome.probability)}</Table.Td>
            </Table.Tr>
          )}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
