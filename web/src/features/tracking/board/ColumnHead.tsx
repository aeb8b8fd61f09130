import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useDurationText } from "@/features/scheduling/useDurationText";
import classes from "@/ui/board/Board.module.css";
import { type Card, type Column, overLimit } from "./board";
import own from "./WorkBoard.module.css";

interface Props {
  column: Column;
  cards: readonly Card[];
}

/** A state with how many items and how much work stand in it, and whether those are too many. */
export function ColumnHead({ column, cards }: Props) {
  const { t } = useTranslation();
  const durationText = useDurationText();
  const { name, category, limit } = column;
  const minutes = cards.reduce((sum, { item }) => sum + item.duration_minutes, 0);
  const over = overLimit(limit, cards.length);
  return (
    <h2 className={classes.head} data-over={over || undefined}>
      <span className={`${classes.mark} ${own.mark}`} data-category={category} />
      {name}
      <span className={classes.count} title={t("board.work")}>
        {over && <IconAlertTriangle className={own.warning} size={16} aria-hidden />}
        {limit === null
          ? t("board.total", { count: cards.length, work: durationText(minutes) })
          : t(over ? "board.overLimit" : "board.withLimit", {
              count: cards.length,
              limit,
              work: durationText(minutes),
            })}
      </span>
    </h2>
  );
}
