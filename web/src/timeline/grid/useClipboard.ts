import type { ClipboardEvent } from "react";
import { copyText } from "./copying";
import type { Cursor } from "./gridState";
import type { OutlineGridProps } from "./OutlineGrid";

/** Copies the cell, or the rows that are marked, as a spreadsheet takes them; hands on what is pasted. */
export function useClipboard(
  props: OutlineGridProps,
  cursor: Cursor | null,
  ids: readonly string[],
) {
  const { outline, context, events, readOnly } = props;
  return {
    onCopy: (event: ClipboardEvent) => {
      if (!cursor || isInField(event)) return;
      event.preventDefault();
      event.clipboardData.setData(
        "text/plain",
        copyText(outline.byId, ids, cursor.column, context),
      );
    },
    onPaste: (event: ClipboardEvent) => {
      if (readOnly || !events.onPaste || isInField(event)) return;
      event.preventDefault();
      const text = event.clipboardData.getData("text/plain");
      if (text.trim()) events.onPaste(text, cursor?.id ?? null);
    },
  };
}

/** A cell that is edited has a clipboard of its own. */
const isInField = ({ target }: ClipboardEvent): boolean => target instanceof HTMLInputElement;
