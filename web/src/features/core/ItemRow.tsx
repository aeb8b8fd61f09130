import type { ReactNode } from "react";
import type { ObjectRef } from "@/api/types";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { PeekLink } from "@/ui/PeekLink";
import classes from "./rows.module.css";

interface Props {
  item: ObjectRef;
  /** What matters about it, at the end of the row. */
  end?: ReactNode;
}

export function ItemRow({ item, end }: Props) {
  return (
    <div className={classes.row}>
      <KindIcon kind={item.kind} />
      <KeyBadge value={item.key} />
      <PeekLink kind={item.kind} id={item.id} objectKey={item.key} className={classes.title}>
        {item.title}
      </PeekLink>
      {end && <span className={classes.end}>{end}</span>}
    </div>
  );
}
