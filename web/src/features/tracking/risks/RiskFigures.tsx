import { NumberInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { ScoreMark } from "../ScoreMark";
import type { Risk, RiskFields } from "../types";
import classes from "./RiskView.module.css";

interface Props {
  risk: Risk;
  canEdit: boolean;
  onSave: (fields: RiskFields) => void;
}

type Figure =
  | "probability"
  | "low_days"
  | "likely_days"
  | "high_days"
  | "impact_rating"
  | "residual_probability"
  | "residual_days"
  | "residual_rating";

/** How likely and how bad, before the response and after it, and the score of each. */
export function RiskFigures({ risk, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const figure = (name: Figure, max: number, decimals = 0) =>
    canEdit ? (
      <NumberInput
        key={`${name} ${risk[name]}`}
        size="xs"
        hideControls
        allowNegative={false}
        aria-label={t(`raid.figure.${name}`)}
        placeholder="–"
        min={0}
        max={max}
        decimalScale={decimals}
        defaultValue={risk[name] ?? ""}
        onBlur={({ currentTarget }) => {
          const typed = currentTarget.value.trim();
          const next = typed === "" ? null : Number(typed);
          if (next === risk[name] || Number.isNaN(next)) return;
          if (next === null && name === "probability") return;
          onSave({ [name]: next });
        }}
      />
    ) : (
      <span>{risk[name] === null ? "–" : figures.number(risk[name])}</span>
    );
  return (
    <table className={classes.figures} aria-label={t("raid.figures")}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t("raid.inherent")}</th>
          <th scope="col">{t("raid.residual")}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t("raid.figure.probability")}</th>
          <td>{figure("probability", 100)}</td>
          <td>{figure("residual_probability", 100)}</td>
        </tr>
        <tr>
          <th scope="row">{t("raid.figure.days")}</th>
          <td>
            <div className={classes.three}>
              {figure("low_days", 2000, 1)}
              {figure("likely_days", 2000, 1)}
              {figure("high_days", 2000, 1)}
            </div>
          </td>
          <td>{figure("residual_days", 2000, 1)}</td>
        </tr>
        <tr>
          <th scope="row">{t("raid.figure.rating")}</th>
          <td>{figure("impact_rating", 5)}</td>
          <td>{figure("residual_rating", 5)}</td>
        </tr>
        <tr>
          <th scope="row">{t("raid.score")}</th>
          <td>
            <ScoreMark score={risk.score} />
          </td>
          <td>
            <ScoreMark score={risk.residual_score} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}
