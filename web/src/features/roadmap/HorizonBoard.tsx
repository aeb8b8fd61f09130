import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { coloursBy, type World } from "./grouping";
import classes from "./Horizon.module.css";
import { HorizonColumn } from "./HorizonColumn";
import { HORIZONS, type Horizon, type Initiative, type Roadmap } from "./roadmap";
import { useInitiativeSave } from "./useInitiativeSave";
import type { Field } from "./view";

interface Props {
  productId: string;
  roadmap: Roadmap;
  world: World;
  /** What the colours mean; the lane's own where none is given. */
  colour: Field | undefined;
  pickedIds: ReadonlySet<string>;
  onPick: (key: string) => void;
}

const COLUMNS = [...HORIZONS, null];

/** Now, next, later: promises without dates. Cards are dragged, or moved with Alt and the arrows. */
export function HorizonBoard(props: Props) {
  const { productId, roadmap, world, colour } = props;
  const { t } = useTranslation();
  const { chances } = world;
  const colours = useMemo(() => colour && coloursBy(colour, world), [colour, world]);
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
          initiatives={roadmap.initiatives.filter(
            (each) => each.horizon === horizon && !each.parked,
          )}
          chances={chances}
          colours={colours}
          pickedIds={props.pickedIds}
          onPick={props.onPick}
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
