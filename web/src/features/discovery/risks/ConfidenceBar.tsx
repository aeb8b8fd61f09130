import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import classes from "./Risks.module.css";

interface Props {
  /** In per cent; null: nobody said. */
  confidence: number | null;
}

/** How sure one is, as a bar with its figure. */
export function ConfidenceBar({ confidence }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  return (
    <span className={classes.confidence}>
      <span className={classes.bar} aria-hidden>
        <span className={classes.fill} style={{ inlineSize: `${confidence ?? 0}%` }} />
      </span>
      <span className={classes.figure}>
        {confidence === null ? t("risk.unknown") : figures.percent(confidence / 100)}
      </span>
    </span>
  );
}
