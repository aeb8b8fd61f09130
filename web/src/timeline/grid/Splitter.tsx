// biome-ignore-all lint/a11y/useSemanticElements: hr takes no focus and no value.
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import styles from "./Splitter.module.css";

interface Props {
  label: string;
  width: number;
  least: number;
  most: number;
  onWidth: (width: number) => void;
}

/** The bar between outline and timeline, for mouse and arrow keys. */
export function Splitter({ label, width, least, most, onWidth }: Props) {
  const grabbed = useRef<{ x: number; width: number } | null>(null);
  const put = (next: number) => onWidth(Math.round(Math.min(most, Math.max(least, next))));
  const onDown = (event: PointerEvent<HTMLDivElement>) => {
    grabbed.current = { x: event.clientX, width };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent) => {
    if (grabbed.current) put(grabbed.current.width + event.clientX - grabbed.current.x);
  };
  const onUp = () => {
    grabbed.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") put(width - 24);
    else if (event.key === "ArrowRight") put(width + 24);
    else return;
    event.preventDefault();
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className={styles.splitter}
      onPointerDown={onDown}
      onPointerMove={onMove}
      onPointerUp={onUp}
      onPointerCancel={onUp}
      onKeyDown={onKeyDown}
    />
  );
}
