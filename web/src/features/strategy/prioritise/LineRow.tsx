import { Text } from "@mantine/core";
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
  const { refused } = ranking;
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
        {refused && <Refused refused={refused} />}
      </td>
    </tr>
  );
}

/** Why the next one lies below. */
function Refused({ refused }: { refused: NonNullable<Ranking["refused"]> }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { subject, waits_for, needs, left } = refused;
  const names = [subject, ...waits_for].map(({ key }) => key).join(" + ");
  return (
    <Text span size="xs" c="dimmed" ml="sm">
      {left === null
        ? t("prioritise.noPlace", { names })
        : t("prioritise.noRoom", {
            names,
            needs: figures.number(needs),
            left: figures.number(left),
          })}
    </Text>
  );
}
