import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import classes from "./RankGrid.module.css";
import type { Ranking } from "./types";

interface Props {
  ranking: Ranking;
  columns: number;
}

/** The line: what lies above it there is room for. */
export function LineRow({ ranking, columns }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { cut_days, cut_count } = ranking.scorecard;
  const parts = [
    cut_days !== null &&
      t("prioritise.lineDays", {
        taken: figures.number(ranking.days),
        of: figures.number(cut_days),
      }),
    cut_count !== null && t("prioritise.lineCount", { count: cut_count }),
  ].filter(Boolean);
  return (
    <tr className={classes.line}>
      <td colSpan={columns}>
        <span>{t("prioritise.line", { what: parts.join(", ") })}</span>
      </td>
    </tr>
  );
}
