import { useTranslation } from "react-i18next";
import { ChanceBadge } from "@/ui/ChanceBadge";
import classes from "./SharePage.module.css";
import type { SharedInitiative } from "./shared";

const HORIZONS = ["now", "next", "later"] as const;

/** The shared roadmap as now, next and later. */
export function SharedHorizons({ initiatives }: { initiatives: readonly SharedInitiative[] }) {
  const { t } = useTranslation();
  return (
    <div className={classes.horizons}>
      {HORIZONS.map((horizon) => (
        <section key={horizon} className={classes.horizon}>
          <h2 className={classes.itemTitle}>{t(`horizon.${horizon}`)}</h2>
          <ul className={classes.cards}>
            {initiatives
              .filter((initiative) => initiative.horizon === horizon)
              .map(({ id, title, status, description, forecast, colour }) => (
                <li
                  key={id}
                  className={classes.card}
                  style={colour ? { borderInlineStart: `3px solid ${colour}` } : undefined}
                >
                  <h3 className={classes.itemTitle}>{title}</h3>
                  {status && <p className={classes.meta}>{t(`status.${status}`)}</p>}
                  {description && <p className={classes.words}>{description}</p>}
                  {forecast && <ChanceBadge chance={forecast.probability} />}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
