import type { ComponentProps } from "react";
import { SeenBy } from "@/features/core/SeenBy";
import { ObjectMenu } from "./ObjectMenu";
import classes from "./ObjectSheet.module.css";

/** At the end of an object's head: who saw it, and what one can do with it. */
export function ObjectDeeds(props: ComponentProps<typeof ObjectMenu>) {
  const { kind, id, can } = props.object;
  return (
    <span className={classes.menu}>
      <SeenBy kind={kind} id={id} maySee={can.contribute ?? can.edit ?? false} />
      <ObjectMenu {...props} />
    </span>
  );
}
