import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { PeekLink } from "@/ui/PeekLink";
import classes from "./ThroughlineGraph.module.css";
import type { LineNode } from "./throughline";
import { useStatusWord } from "./useStatusWord";

export type LineCardNode = Node<{ node: LineNode }, "card">;

/** One object of the line: click or Enter peeks, as everywhere. */
export function ThroughlineCard({ data: { node } }: NodeProps<LineCardNode>) {
  const statusWord = useStatusWord();
  return (
    <div
      className={`${classes.card} nodrag nopan`}
      data-side={node.side}
      data-archived={node.archived || undefined}
    >
      <Handle type="target" position={Position.Left} className={classes.handle} />
      <div className={classes.head}>
        <KindIcon kind={node.kind} size={14} />
        <KeyBadge value={node.key} />
        <span className={classes.status}>{statusWord(node)}</span>
      </div>
      <PeekLink kind={node.kind} id={node.id} objectKey={node.key} className={classes.title}>
        {node.title}
      </PeekLink>
      <Handle type="source" position={Position.Right} className={classes.handle} />
    </div>
  );
}
