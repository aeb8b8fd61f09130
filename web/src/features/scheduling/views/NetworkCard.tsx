import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { useFigures } from "@/ui/words/figures";
import { ItemTitle } from "../ItemTitle";
import type { PlanItem } from "../plan";
import { useDurationText } from "../useDurationText";
import classes from "./Network.module.css";

export type ItemNode = Node<
  { item: PlanItem; isFirst: boolean; onOpen: (id: string) => void },
  "item"
>;

/** One item of the network: what it is, when it is, how long it takes and how much it may slip. */
export function NetworkCard({ data: { item, isFirst, onOpen } }: NodeProps<ItemNode>) {
  const { t } = useTranslation();
  const figures = useFigures();
  const durationText = useDurationText();
  const { schedule } = item;
  return (
    <div
      className={`${classes.card} nodrag nopan`}
      data-kind={item.type}
      data-critical={schedule?.critical || undefined}
    >
      <Handle type="target" position={Position.Left} className={classes.handle} />
      <div className={classes.cardHead}>
        <KeyBadge value={item.key} />
        {schedule?.critical && <span className={classes.critical}>{t("item.critical")}</span>}
        <span className={classes.cardEnd}>
          {item.type === "milestone"
            ? t("planLook.milestone")
            : durationText(item.duration_minutes)}
        </span>
      </div>
      <button
        type="button"
        className={classes.cardTitle}
        data-item={item.id}
        tabIndex={isFirst ? 0 : -1}
        onClick={() => onOpen(item.id)}
      >
        <ItemTitle item={item} />
      </button>
      {schedule && (
        <div className={classes.cardFoot}>
          <span>
            {figures.date(schedule.start)}
            {item.type !== "milestone" && ` – ${figures.date(schedule.finish)}`}
          </span>
        </div>
      )}
      <Handle type="source" position={Position.Right} className={classes.handle} />
    </div>
  );
}
