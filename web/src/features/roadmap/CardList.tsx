import type { ReactNode } from "react";
import classes from "./Horizon.module.css";
import type { Initiative } from "./roadmap";
import { useGrowing } from "./useGrowing";

interface Props {
  initiatives: readonly Initiative[];
  card: (initiative: Initiative) => ReactNode;
}

const CARD_HEIGHT = 84;

/** The cards of one place of a board; those far below the screen are drawn when they come near. */
export function CardList({ initiatives, card }: Props) {
  const [shown, end] = useGrowing<HTMLLIElement>(initiatives.length);
  const left = initiatives.length - shown;
  return (
    <ul className={classes.cards}>
      {initiatives.slice(0, shown).map(card)}
      {left > 0 && <li ref={end} aria-hidden style={{ height: left * CARD_HEIGHT }} />}
    </ul>
  );
}
