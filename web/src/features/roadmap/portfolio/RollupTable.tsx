import { useTranslation } from "react-i18next";
import { ChanceBadge } from "@/ui/ChanceBadge";
import { useFigures } from "@/ui/words/figures";
import { HealthBar } from "./HealthBar";
import classes from "./Portfolio.module.css";
import type { By, Portfolio, Rollup } from "./portfolio";

interface Props {
  portfolio: Portfolio;
  by: By;
  colours: readonly string[];
}

/** What each lane adds up to: effort, health, how sure it is, from when to when. */
export function RollupTable({ portfolio, by, colours }: Props) {
  const { t } = useTranslation();
  return (
    <section className={classes.panel} aria-labelledby="portfolio-rollup">
      <h2 id="portfolio-rollup" className={classes.title}>
        {t("portfolio.rollup")}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div className={classes.scroll} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t(`portfolio.by.${by}`)}</th>
              <th scope="col" data-number>
                {t("portfolio.initiatives")}
              </th>
              <th scope="col" data-number>
                {t("portfolio.effort")}
              </th>
              <th scope="col">{t("portfolio.health")}</th>
              <th scope="col">{t("portfolio.confidence")}</th>
              <th scope="col">{t("portfolio.span")}</th>
            </tr>
          </thead>
          <tbody>
            {portfolio.lanes.map(({ title, rollup }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a lane has no name but its place
              <tr key={place}>
                <th scope="row">
                  <span className={classes.mark} style={{ background: colours[place] }} />
                  {title || t(`portfolio.none.${by}`)}
                </th>
                <Figures rollup={rollup} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("portfolio.total")}</th>
              <Figures rollup={portfolio.total} />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function Figures({ rollup }: { rollup: Rollup }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { initiatives, effort_weeks, unestimated, confidence, sure, start, finish } = rollup;
  return (
    <>
      <td data-number>{figures.number(initiatives)}</td>
      <td data-number>
        {t("portfolio.weeks", { figure: figures.number(effort_weeks) })}
        {unestimated > 0 && (
          <span className={classes.quiet}>
            {t("portfolio.unestimated", { count: unestimated })}
          </span>
        )}
      </td>
      <td>
        <HealthBar rollup={rollup} />
      </td>
      <td>
        {confidence === null ? (
          <span className={classes.quiet}>{t("portfolio.noPlan")}</span>
        ) : (
          <>
            <ChanceBadge chance={confidence} />
            <span className={classes.quiet}>
              {t("portfolio.sure", { count: sure, of: initiatives })}
            </span>
          </>
        )}
      </td>
      <td>{start && finish && `${figures.date(start)} – ${figures.date(finish)}`}</td>
    </>
  );
}
