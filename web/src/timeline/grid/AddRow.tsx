import { useRef } from "react";
import type { ViewStore } from "../view/viewStore";
import styles from "./OutlineGrid.module.css";
import { useFollowScroll } from "./useFollowScroll";

interface Props {
  label: string;
  /** Where it stands, below the last row. */
  top: number;
  store: ViewStore;
  onAdd: () => void;
}

/** Adds a row at the end. Stands outside the tree grid, which may hold rows only. */
export function AddRow({ label, top, store, onAdd }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  useFollowScroll(store, button, top);
  return (
    <button ref={button} type="button" className={styles.add} onClick={onAdd}>
      + {label}
    </button>
  );
}
