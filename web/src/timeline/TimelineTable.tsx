import { useEffect, useRef } from "react";
import { indented } from "./geometry/indented";
import type { Palette } from "./palette";
import styles from "./table/TimelineTable.module.css";
import { useDrawnRows } from "./table/useDrawnRows";
import { colourProperties } from "./view/colours";
import { say, type TimelineWords } from "./words";

export interface TableColumn {
  id: string;
  title: string;
  /** Figures stand to the right. */
  numeric?: boolean;
}

export interface TableRow {
  id: string;
  /** Depth in the outline, 0 at the top. */
  level?: number;
  /** One text for each column, in their order. */
  cells: readonly string[];
  /** What it names is struck through. */
  inactive?: boolean | undefined;
}

interface Props {
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  palette: Palette;
  words: TimelineWords;
  /** The column that names the row and carries its indent and its button. The first by default. */
  nameColumn?: string;
  /** The row that is marked, and scrolled to once it is named. */
  selectedId?: string | null;
  onOpen?: (id: string) => void;
  empty?: string;
}

/** The twin of a picture: everything it shows, as a plain table; of a long one only the rows in view are drawn. */
export function TimelineTable(props: Props) {
  const { caption, columns, rows, palette, words, selectedId } = props;
  const frame = useRef<HTMLDivElement>(null);
  const drawn = useDrawnRows(rows.length, frame);
  const selected = rows.findIndex(({ id }) => id === selectedId);
  const { reveal } = drawn;
  useEffect(() => {
    if (selected >= 0) reveal(selected);
  }, [selected, reveal]);
  if (rows.length === 0)
    return (
      <p className={styles.empty} style={colourProperties(palette)}>
        {props.empty ?? words.empty}
      </p>
    );
  const name = Math.max(
    0,
    columns.findIndex((column) => column.id === props.nameColumn),
  );
  return (
    <div
      ref={frame}
      className={styles.frame}
      style={colourProperties(palette)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
    >
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-numeric={column.numeric || undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={drawn.above} width={columns.length} />
          {rows.slice(drawn.first, drawn.end).map((row, nth) => (
            <tr
              key={row.id}
              aria-rowindex={drawn.first + nth + 2}
              data-chosen={row.id === selectedId || undefined}
              data-inactive={row.inactive || undefined}
              aria-current={row.id === selectedId || undefined}
            >
              {row.cells.map((text, index) =>
                index === name ? (
                  <th
                    key={columns[index]?.id ?? index}
                    scope="row"
                    style={{ paddingLeft: 12 + indented(row.level ?? 0, 18) }}
                  >
                    <NameCell id={row.id} text={text} words={words} onOpen={props.onOpen} />
                  </th>
                ) : (
                  <td
                    key={columns[index]?.id ?? index}
                    data-numeric={columns[index]?.numeric || undefined}
                  >
                    {text}
                  </td>
                ),
              )}
            </tr>
          ))}
          <Spacer height={drawn.below} width={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

interface NameProps {
  id: string;
  text: string;
  words: TimelineWords;
  onOpen?: (id: string) => void;
}

function NameCell({ id, text, words, onOpen }: NameProps) {
  if (!onOpen) return text;
  const label = say(words.open, { title: text });
  return (
    <button type="button" className={styles.name} aria-label={label} onClick={() => onOpen(id)}>
      {text}
    </button>
  );
}

/** Holds the place of rows that are not drawn. */
function Spacer({ height, width }: { height: number; width: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={width} style={{ height, padding: 0 }} />
    </tr>
  );
}
