import { useTranslation } from "react-i18next";
import classes from "./FieldBoard.module.css";
import { FieldCell } from "./FieldCell";
import { coloursBy, edited, type Group, groupsOf, valueIn, type World } from "./grouping";
import type { Initiative, Roadmap } from "./roadmap";
import { useGroupName } from "./useGroupName";
import { useInitiativeSave } from "./useInitiativeSave";
import type { Field } from "./view";

interface Props {
  productId: string;
  roadmap: Roadmap;
  world: World;
  columns: Field;
  rows: Field | undefined;
  colour: Field;
  pickedIds: ReadonlySet<string>;
  onPick: (key: string) => void;
}

const WHOLE: Group = { value: null, colour: "" };

/** A board by any field, in rows by any other. Cards are dragged, or moved with Alt and the arrows. */
export function FieldBoard(props: Props) {
  const { productId, roadmap, world, columns, rows, colour } = props;
  const { t } = useTranslation();
  const name = useGroupName(world);
  const save = useInitiativeSave(productId);
  const across = groupsOf(columns, world);
  const down = rows ? groupsOf(rows, world) : [WHOLE];
  const colours = coloursBy(colour, world);
  const shown = roadmap.initiatives.filter((each) => !each.parked);
  const within = (column: Group, row: Group) =>
    shown.filter(
      (each) =>
        valueIn(columns, each, world) === column.value &&
        (!rows || valueIn(rows, each, world) === row.value),
    );
  const move = (seen: Initiative, column: Group | undefined, row: Group | undefined) => {
    if (!column || !row) return;
    const fields = { ...edited(columns, column.value), ...(rows && edited(rows, row.value)) };
    if (Object.keys(fields).length === 0) return;
    const where = [name(columns, column.value), ...(rows ? [name(rows, row.value)] : [])].join(
      " · ",
    );
    save.mutate({
      seen,
      fields,
      said: t("roadmap.horizonMoved", { name: seen.key, horizon: where }),
    });
  };
  return (
    <div
      className={classes.board}
      style={{
        gridTemplateColumns: `${rows ? "120px " : ""}repeat(${across.length}, minmax(208px, 1fr))`,
      }}
    >
      {rows && <span className={classes.corner} />}
      {across.map((column) => (
        <h2 key={column.value ?? ""} className={classes.head}>
          <span className={classes.mark} style={{ background: column.colour }} />
          {name(columns, column.value)}
          <span className={classes.count}>{down.flatMap((row) => within(column, row)).length}</span>
        </h2>
      ))}
      {down.map((row, y) => [
        rows && (
          <h3 key={`row ${row.value}`} className={classes.side}>
            {name(rows, row.value)}
          </h3>
        ),
        ...across.map((column, x) => (
          <FieldCell
            key={`${row.value} ${column.value}`}
            label={[name(columns, column.value), ...(rows ? [name(rows, row.value)] : [])].join(
              ", ",
            )}
            initiatives={within(column, row)}
            colours={colours}
            chances={world.chances}
            pickedIds={props.pickedIds}
            onPick={props.onPick}
            onDrop={(id) => {
              const seen = shown.find((each) => each.id === id);
              if (seen) move(seen, column, row);
            }}
            onStep={(seen, dx, dy) => move(seen, across[x + dx], down[y + dy])}
          />
        )),
      ])}
    </div>
  );
}
