import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import classes from "./Balance.module.css";

interface Props {
  /** Per cents; null where there is no work at all. */
  actual: number | null;
  intended: number | null;
  colour: string;
}

/** The actual share as a bar, the intended one as a mark on it. */
export function ShareBar({ actual, intended, colour }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (actual === null) return <span className={classes.none}>{t("theme.noWork")}</span>;
  return (
    <span className={classes.share}>
      <span className={classes.bar} aria-hidden>
        <span className={classes.fill} style={{ width: `${actual}%`, background: colour }} />
        {intended !== null && (
          <span className={classes.aim} style={{ insetInlineStart: `${intended}%` }} />
        )}
      </span>
      <span className="tabular">{figures.percent(actual / 100)}</span>
    </span>
  );
}
