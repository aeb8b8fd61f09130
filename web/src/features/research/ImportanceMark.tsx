import { useTranslation } from "react-i18next";
import classes from "./Highlights.module.css";
import { IMPORTANCE } from "./highlights";

/** How much a passage matters, as bars that grow; read out as words. */
export function ImportanceMark({ value }: { value: number }) {
  const { t } = useTranslation();
  const label = t("highlight.of5", { importance: value });
  return (
    <span className={classes.bars} role="img" aria-label={label} title={label}>
      {IMPORTANCE.map((step) => (
        <span key={step} data-on={step <= value || undefined} />
      ))}
    </span>
  );
}
