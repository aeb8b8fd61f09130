import { Text } from "@mantine/core";
import { IconTargetArrow } from "@tabler/icons-react";
import type { KeyboardEvent, PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { KindIcon } from "@/ui/KindIcon";
import { countBelow, type TreeNode } from "./grow";
import type { Spot } from "./layout";
import { NodeStatus } from "./NodeStatus";
import classes from "./Tree.module.css";
import { WarningMark } from "./WarningMark";

export interface CardProps {
  node: TreeNode;
  spot: Spot;
  level: number;
  place: number;
  siblings: number;
  isClosed: boolean;
  isCurrent: boolean;
  isHeld: boolean;
  drop?: "yes" | "no";
  onFold: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  onMenu: (element: HTMLElement) => void;
  onDismiss?: Parameters<typeof WarningMark>[0]["onDismiss"];
}

/** One node of the tree as a card. */
export function NodeCard(props: CardProps) {
  const { node, spot, isClosed, isCurrent } = props;
  const { t } = useTranslation();
  const { subject } = node;
  const title = titleOf(node, (id) => t(`tree.${id}`));
  const isTarget = subject.kind === "opportunity" && subject.object.is_target;
  const isQuiet =
    (subject.kind === "opportunity" && subject.object.status === "parked") ||
    (subject.kind === "idea" && subject.object.status === "dropped");
  return (
    <div
      id={`tree-${node.id}`}
      role="treeitem"
      className={classes.card}
      data-kind={subject.kind}
      data-node={node.id}
      data-quiet={isQuiet || undefined}
      data-held={props.isHeld || undefined}
      data-chosen={isCurrent || undefined}
      data-drop={props.drop}
      style={{ insetInlineStart: spot.x, insetBlockStart: spot.y, minHeight: spot.height }}
      tabIndex={isCurrent ? 0 : -1}
      aria-level={props.level}
      aria-posinset={props.place}
      aria-setsize={props.siblings}
      aria-expanded={node.children.length > 0 ? !isClosed : undefined}
      aria-selected={isCurrent}
      onFocus={props.onFocus}
      onKeyDown={props.onKeyDown}
      onPointerDown={props.onPointerDown}
      onContextMenu={(event) => {
        event.preventDefault();
        props.onMenu(event.currentTarget);
      }}
    >
      <div className={classes.head}>
        {subject.kind !== "loose" && <KindIcon kind={subject.kind} size={14} />}
        {"key" in subject.object && <span>{subject.object.key}</span>}
        {isTarget && (
          <span className={classes.target}>
            <IconTargetArrow size={12} stroke={1.8} aria-hidden />
            {t("tree.target")}
          </span>
        )}
        <span className={classes.status}>
          <NodeStatus node={node} />
          {node.warnings.map((one) => (
            <WarningMark key={one.code} warning={one} onDismiss={props.onDismiss} />
          ))}
        </span>
      </div>
      <Text component="div" className={classes.title} title={title}>
        {title}
      </Text>
      {node.children.length > 0 && (
        <button
          type="button"
          tabIndex={-1}
          className={classes.fold}
          aria-label={t(isClosed ? "tree.unfold" : "tree.fold", { name: title })}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={(event) => {
            event.stopPropagation();
            props.onFold();
          }}
        >
          {isClosed ? countBelow(node) : "−"}
        </button>
      )}
    </div>
  );
}

export function titleOf(
  { subject }: TreeNode,
  loose: (id: "no_outcome" | "no_opportunity") => string,
): string {
  return subject.kind === "loose" ? loose(subject.object.id) : subject.object.title;
}
