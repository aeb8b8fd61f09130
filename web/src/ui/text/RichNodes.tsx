import { Fragment, type ReactNode } from "react";
import type { RichNode } from "@/api/types";
import { safeHref } from "./safeHref";

interface Props {
  nodes: readonly RichNode[];
}

export function RichNodes({ nodes }: Props) {
  return nodes.map((node, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a stored document has no ids and is drawn whole
    <Fragment key={place}>{drawn(node)}</Fragment>
  ));
}

function drawn(node: RichNode): ReactNode {
  if (node.text !== undefined) return marked(node);
  const inside = <RichNodes nodes={node.content ?? []} />;
  switch (node.type) {
    case "paragraph":
      return <p>{inside}</p>;
    case "heading":
      // The page's own title is h1, so a text starts below it.
      return node.attrs?.level === 1 ? <h2>{inside}</h2> : <h3>{inside}</h3>;
    case "bulletList":
      return <ul>{inside}</ul>;
    case "orderedList":
      return <ol>{inside}</ol>;
    case "listItem":
      return <li>{inside}</li>;
    case "blockquote":
      return <blockquote>{inside}</blockquote>;
    case "codeBlock":
      return (
        <pre>
          <code>{inside}</code>
        </pre>
      );
    case "mention":
      return <strong className="nl-mention">@{String(node.attrs?.label ?? "")}</strong>;
    case "hardBreak":
      return <br />;
    case "horizontalRule":
      return <hr />;
    default:
      return inside;
  }
}

function marked({ text, marks = [] }: RichNode): ReactNode {
  let inside: ReactNode = text;
  for (const mark of marks) inside = within(mark, inside);
  return inside;
}

function within(mark: NonNullable<RichNode["marks"]>[number], inside: ReactNode): ReactNode {
  switch (mark.type) {
    case "bold":
      return <strong>{inside}</strong>;
    case "italic":
      return <em>{inside}</em>;
    case "strike":
      return <s>{inside}</s>;
    case "underline":
      return <u>{inside}</u>;
    case "code":
      return <code>{inside}</code>;
    case "highlight":
      return <mark>{inside}</mark>;
    case "link":
      return (
        <a href={safeHref(mark.attrs?.href)} target="_blank" rel="noopener noreferrer nofollow">
          {inside}
        </a>
      );
    default:
      return inside;
  }
}
