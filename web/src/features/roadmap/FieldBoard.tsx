import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import classes from "@/ui/board/Board.module.css";
import type { Group } from "./colouring";
import { FieldCell } from "./FieldCell";
import { coloursBy, edited, groupsOf, reader, type World } from "./grouping";
import { type Initiative, type Roadmap, withFields } from "./roadmap";
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

const placeOf = (column: string | null, row: string | null) => JSON.stringify([column, row]);

/** The cards of each place. */
function cellsOf(columns: Field, rows: Field | undefined, world: World) {
  const [across, down] = [reader(columns, world), rows ? reader(rows, world) : () => null];
  const cells = new Map<string, Initiative[]>();
  for (const each of world.initiatives) {
    if (each.parked) continue;
    const place = placeOf(across(each), down(each));
    const held = cells.get(place);
    if (held) held.push(each);
    else cells.set(place, [each]);
  }
  return cells;
}

const WHOLE: Group = { value: null, colour: "" };

/** A board by any field, in rows by any other. Cards are dragged, or moved with Alt and the arrows. */
export function FieldBoard(props: Props) {
  const { productId, roadmap, world, columns, rows, colour } = props;
  const { t } = useTranslation();
  const name = useGroupName(world);
  const save = useInitiativeSave(productId);
  const { across, down, colours, cells } = useMemo(
    () => ({
      across: groupsOf(columns, world),
      down: rows ? groupsOf(rows, world) : [WHOLE],
      colours: coloursBy(colour, world),
      cells: cellsOf(columns, rows, world),
    }),
    [columns, rows, colour, world],
  );
  const shown = roadmap.initiatives;
  const within = (column: Group, row: Group) => cells.get(placeOf(column.value, row.value)) ?? [];
  const move = (seen: Initiative, column: Group | undefined, row: Group | undefined) => {
    if (!column || !row) return;
    const [one, other] = [
      edited(columns, column.value, seen, world),
      rows ? edited(rows, row.value, seen, world) : null,
    ];
    const fields = withFields(withFields({}, one ?? {}), other ?? {});
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
