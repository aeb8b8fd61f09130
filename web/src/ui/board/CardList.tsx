import type { ReactNode } from "react";
import classes from "./Card.module.css";
import { useGrowing } from "./useGrowing";

interface Props<T> {
  items: readonly T[];
  card: (item: T) => ReactNode;
}

const CARD_HEIGHT = 84;

/** The cards of one place of a board; those far below the screen are drawn when they come near. */
export function CardList<T>({ items, card }: Props<T>) {
  const [shown, end] = useGrowing<HTMLLIElement>(items.length);
  const left = items.length - shown;
  return (
    <ul className={classes.cards}>
      {items.slice(0, shown).map(card)}
      {left > 0 && <li ref={end} aria-hidden style={{ height: left * CARD_HEIGHT }} />}
    </ul>
  );
}
