import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Spot } from "./layout";
import classes from "./Tree.module.css";
import { useFocused } from "./useFocused";

interface Props {
  spot: Spot;
  title: string;
  /** With the new title, or nothing where it stays. */
  onDone: (title?: string) => void;
}

/** A card whose title is being rewritten. */
export function RenameCard({ spot, title, onDone }: Props) {
  const { t } = useTranslation();
  const field = useFocused<HTMLInputElement>();
  const [draft, setDraft] = useState(title);
  const said = draft.trim();
  const changed = said !== "" && said !== title ? said : undefined;
  return (
    <div
      role="treeitem"
      tabIndex={-1}
      aria-selected={false}
      className={classes.card}
      style={{ insetInlineStart: spot.x, insetBlockStart: spot.y, zIndex: 2 }}
    >
      <TextInput
        size="xs"
        ref={field}
        maxLength={300}
        aria-label={t("tree.rename")}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onPointerDown={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Enter") onDone(changed);
          if (event.key === "Escape") onDone();
        }}
        onBlur={() => onDone(changed)}
      />
    </div>
  );
}
