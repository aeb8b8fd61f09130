// biome-ignore-all lint/a11y/useSemanticElements: drawn rows are not a real table; TimelineTable is.
import type { TimelineWords } from "../words";
import { type Column, titleOf } from "./columns";
import styles from "./OutlineGrid.module.css";

interface Props {
  columns: readonly Column[];
  words: TimelineWords;
}

/** The names of the columns, as high as the header of the timeline beside it. */
export function GridHeader({ columns, words }: Props) {
  return (
    <div role="row" tabIndex={-1} className={styles.header} aria-rowindex={1}>
      {columns.map((one) => (
        <div
          key={one.id}
          role="columnheader"
          tabIndex={-1}
          className={styles.heading}
          data-numeric={one.numeric || undefined}
          style={{ width: one.width, flexGrow: one.id === "title" ? 1 : 0 }}
        >
          {titleOf(one, words)}
        </div>
      ))}
    </div>
  );
}
