import { useEffect, useRef } from "react";
import { indented } from "./geometry/indented";
import type { Palette } from "./palette";
import styles from "./table/TimelineTable.module.css";
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

/** The twin of a picture: everything it shows, as a plain table with every row in it. */
export function TimelineTable(props: Props) {
  const { caption, columns, rows, palette, words, selectedId } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const hasSelected = rows.some(({ id }) => id === selectedId);
  useEffect(() => {
    if (selectedId && hasSelected)
      body.current?.querySelector("[data-chosen]")?.scrollIntoView({ block: "center" });
  }, [selectedId, hasSelected]);
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
    <section
      className={styles.frame}
      style={colourProperties(palette)}
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
    >
      <table className={styles.table}>
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
        <tbody ref={body}>
          {rows.map((row) => (
            <tr
              key={row.id}
              data-chosen={row.id === selectedId || undefined}
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
        </tbody>
      </table>
    </section>
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
