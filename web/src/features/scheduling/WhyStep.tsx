import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import classes from "./WhyDate.module.css";
import type { Reason } from "./why";

interface Props {
  reason: Reason;
}

export function WhyStep({ reason }: Props) {
  const figures = useFigures();
  // What is beyond the plan is where the chain goes on.
  const item = reason.kind === "outside" && reason.before ? reason.before : reason.item;
  return (
    <li className={classes.step}>
      <span className={classes.when}>{figures.date(reason.at)}</span>
      <span className={classes.sentence}>{reason.sentence}</span>
      <span className={classes.keys}>
        {[item, ...reason.busy.flatMap(({ items }) => items)].map(({ id, key }) => (
          <PeekLink key={id} kind="work_item" id={id} objectKey={key}>
            <KeyBadge value={key} />
          </PeekLink>
        ))}
      </span>
    </li>
  );
}
