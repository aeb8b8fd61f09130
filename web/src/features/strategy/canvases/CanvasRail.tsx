import { useTranslation } from "react-i18next";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { useFigures } from "@/ui/words/figures";
import { type Canvas, WEAK } from "./types";

export function CanvasRail({ canvas }: { canvas: Canvas }) {
  const { t } = useTranslation();
  const figures = useFigures();
  return (
    <Rail>
      <RailField label={t("canvas.template")}>{t(`canvas.templates.${canvas.template}`)}</RailField>
      <RailField label={t("canvas.statements")}>{figures.number(canvas.statements)}</RailField>
      {WEAK.map((standing) => (
        <RailField key={standing} label={t(`canvas.assumptions.${standing}`)}>
          {figures.number(canvas.standings[standing] ?? 0)}
        </RailField>
      ))}
    </Rail>
  );
}
