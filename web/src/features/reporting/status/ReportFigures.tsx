import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import type { StatusReport } from "./status";
import classes from "./status.module.css";

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
    <dl className={classes.figures}>
      {rows.map(([name, value, moved]) => (
        <div key={name} className={classes.figure}>
          <dt>{t(`statusReport.figure.${name}`)}</dt>
          <dd>
            {value}
            {moved && <span className={classes.moved}>{moved}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const signed = (value: number) => (value > 0 ? `+${value}` : String(value).replace("-", "−"));
