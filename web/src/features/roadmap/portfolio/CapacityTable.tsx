import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Product } from "@/features/core/products";
import { useFigures } from "@/ui/words/figures";
import classes from "./Portfolio.module.css";
import { type Load, loadOf } from "./portfolio";

interface Props {
  loads: readonly Load[];
  products: readonly Pick<Product, "id" | "title">[];
}

/** What initiatives need in each quarter beside what their people can do. */
export function CapacityTable({ loads, products }: Props) {
  const { t } = useTranslation();
  const periods = [...new Set(loads.map(({ period }) => period))];
  const known = products.filter(({ id }) => loads.some(({ product_id }) => product_id === id));
  const rows = [...known, { id: null, title: t("portfolio.everybody") }];
  if (known.length === 0) return null;
  return (
    <section className={classes.panel} aria-labelledby="portfolio-capacity">
      <h2 id="portfolio-capacity" className={classes.title}>
        {t("portfolio.capacity")}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div className={classes.scroll} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t("portfolio.by.product")}</th>
              {periods.map((period) => (
                <th key={period} scope="col">
                  {period.slice(5)} {period.slice(0, 4)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, title }) => (
              <tr key={id} data-total={id === null || undefined}>
                <th scope="row">{title}</th>
                {periods.map((period) => {
                  const load = loads.find(
                    (each) => each.product_id === id && each.period === period,
                  );
                  return <td key={period}>{load && <Cell load={load} />}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.quiet}>{t("portfolio.capacityHint")}</p>
    </section>
  );
}

function Cell({ load }: { load: Load }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const share = loadOf(load);
  const needed = figures.number(Math.round(load.needed_weeks * 10) / 10);
  if (share === undefined) {
    return (
      <>
        <span>{t("portfolio.weeks", { figure: needed })}</span>
        <span className={classes.quiet}>{t("portfolio.nobody")}</span>
      </>
    );
  }
  const isOver = share > 1;
  return (
    <>
      <span className={classes.load}>
        {t("portfolio.load", {
          needed,
          capacity: figures.number(Math.round(load.capacity_weeks * 10) / 10),
        })}
        <strong data-over={isOver || undefined}>
          {isOver && <IconAlertTriangle size={14} aria-label={t("portfolio.over")} />}
          {figures.percent(share)}
        </strong>
      </span>
      <span className={classes.meter} aria-hidden>
        <span data-over={isOver || undefined} style={{ width: `${Math.min(100, share * 100)}%` }} />
      </span>
    </>
  );
}
