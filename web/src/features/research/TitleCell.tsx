import type { Item } from "@/api/types";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import classes from "./TitleCell.module.css";

/** A title takes the room that the other columns leave. */
export const WIDE = 900;

interface Props {
  object: Pick<Item, "kind" | "id" | "key" | "title">;
}

export function TitleCell({ object: { kind, id, key, title } }: Props) {
  return (
    <span className={classes.cell}>
      <span className={classes.key}>
        <KeyBadge value={key} />
      </span>
      <PeekLink kind={kind} id={id} objectKey={key} fz="sm" className={classes.title}>
        {title}
      </PeekLink>
    </span>
  );
}
