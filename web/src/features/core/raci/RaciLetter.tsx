import classes from "./Raci.module.css";
import { LETTERS, type Role } from "./raci";

interface Props {
  role: Role;
  /** Drawn lighter: said elsewhere, and holding here. */
  faint?: boolean;
}

/** The letter of a role, told apart by more than its colour. */
export function RaciLetter({ role, faint = false }: Props) {
  return (
    <span className={classes.letter} data-role={role} data-faint={faint || undefined} aria-hidden>
      {LETTERS[role]}
    </span>
  );
}
