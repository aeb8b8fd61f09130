import { useTranslation } from "react-i18next";
import classes from "./Horizon.module.css";
import { HorizonColumn } from "./HorizonColumn";
import { HORIZONS, type Horizon, type Initiative, type Roadmap } from "./roadmap";
import { useChances } from "./useChances";
import { useInitiativeSave } from "./useInitiativeSave";

interface Props {
  productId: string;
  roadmap: Roadmap;
}

const COLUMNS = [...HORIZONS, null];

/** Now, next, later: promises without dates. Cards are dragged, or moved with Alt and the arrows. */
export function HorizonBoard({ productId, roadmap }: Props) {
  const { t } = useTranslation();
  const chances = useChances(productId);
  const save = useInitiativeSave(productId);
  const move = (seen: Initiative, horizon: Horizon | null) => {
    if (seen.horizon === horizon) return;
    const name = horizon ? t(`horizon.${horizon}`) : t("horizon.none");
    save.mutate({
      seen,
      fields: { horizon },
      said: t("roadmap.horizonMoved", { name: seen.key, horizon: name }),
    });
  };
  return (
    <div className={classes.board}>
      {COLUMNS.map((horizon, index) => (
        <HorizonColumn
          key={horizon ?? "none"}
          horizon={horizon}
          lanes={roadmap.lanes}
          initiatives={roadmap.initiatives.filter((each) => each.horizon === horizon)}
          chances={chances}
          onDrop={(id) => {
            const seen = roadmap.initiatives.find((each) => each.id === id);
            if (seen) move(seen, horizon);
          }}
          onStep={(seen, step) => {
            const next = COLUMNS[index + step];
            if (next !== undefined) move(seen, next);
          }}
        />
      ))}
    </div>
  );
}
