import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { Figures } from "./Figures";
import type { StatusReport } from "./status";

/** The figures of a report, and what became of each since the one before. */
export function ReportFigures({ report }: { report: StatusReport }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { compared, figures: now } = report;
  const points = (moved: number | null | undefined) =>
    moved ? t("statusReport.points", { count: Math.abs(moved), signed: signed(moved) }) : "";
  const days = (moved: number | null | undefined) =>
    moved
      ? t(moved > 0 ? "statusReport.later" : "statusReport.earlier", { count: Math.abs(moved) })
      : "";
  const day = (iso: string | null) => (iso ? figures.date(iso) : "–");
  const rows = [
    ["share", figures.percent(now.share), points(compared?.share)],
    ["chance", now.chance === null ? "–" : figures.percent(now.chance), points(compared?.chance)],
    ["finish", day(now.finish), days(compared?.finish)],
    ["deadline", day(now.deadline), ""],
  ] as const;
  return (
    <Figures
      rows={rows.map(([name, value, moved]) => ({
        name: t(`statusReport.figure.${name}`),
        value,
        moved,
      }))}
    />
  );
}

const signed = (value: number) => (value > 0 ? `+${value}` : String(value).replace("-", "−"));
