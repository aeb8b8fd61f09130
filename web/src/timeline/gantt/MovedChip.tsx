import { say, type TimelineWords } from "../words";
import styles from "./Gantt.module.css";

interface Props {
  count: number;
  words: TimelineWords;
  onDismiss?: () => void;
}

/** How many rows the last edit moved. */
export function MovedChip({ count, words, onDismiss }: Props) {
  return (
    <output className={styles.chip}>
      {say(words.rowsMoved, { count })}
      {onDismiss && (
        <button type="button" className={styles.quiet} onClick={onDismiss}>
          {words.dismiss}
        </button>
      )}
    </output>
  );
}
