import { Anchor, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadingState } from "@/ui/LoadingState";
import { useFigures } from "@/ui/words/figures";
import { comparisonQuery } from "../queries";
import classes from "./Competitor.module.css";

interface Props {
  id: string;
  productId: string;
}

/** One column of the comparison, with what every rating rests on. */
export function RatedBy({ id, productId }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data } = useQuery(comparisonQuery(productId));
  if (!data) return <LoadingState rows={3} />;
  const mine = new Map(
    data.ratings.flatMap((one) => (one.competitor_id === id ? [[one.criterion_id, one]] : [])),
  );
  const rated = data.criteria.filter((criterion) => mine.get(criterion.id)?.score != null);
  if (rated.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t("comparison.notRated")}
      </Text>
    );
  }
  return (
    <table className={classes.rated}>
      <thead>
        <tr>
          <th>{t("kind.criterion")}</th>
          <th>{t("comparison.rating")}</th>
          <th>{t("comparison.restsOn")}</th>
        </tr>
      </thead>
      <tbody>
        {rated.map((criterion) => {
          const cell = mine.get(criterion.id);
          return (
            <tr key={criterion.id}>
              <th scope="row">{criterion.title}</th>
              <td>{cell?.score}</td>
              <td>
                {cell?.note}{" "}
                {cell?.source && (
                  <Anchor
                    href={cell.source}
                    target="_blank"
                    rel="noreferrer"
                    fz="sm"
                    underline="always"
                  >
                    {t("comparison.source")}
                  </Anchor>
                )}
                <Text size="xs" c="dimmed">
                  {cell?.checked_on && figures.date(cell.checked_on)}
                  {cell?.stale && ` · ${t("comparison.stale")}`}
                </Text>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
