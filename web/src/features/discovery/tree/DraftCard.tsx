import { SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useKindWord } from "@/ui/kinds";
import type { Spot } from "./layout";
import classes from "./Tree.module.css";
import { useFocused } from "./useFocused";

export type Growth = "opportunity" | "idea" | "experiment";

interface Props {
  spot: Spot;
  kinds: readonly Growth[];
  /** Saves it; Tab goes on with its first child, Enter with the next one beside it. */
  onAdd: (kind: Growth, title: string, next: "beside" | "below") => void;
  onCancel: () => void;
}

/** A card being written. */
export function DraftCard({ spot, kinds, onAdd, onCancel }: Props) {
  const { t } = useTranslation();
  const field = useFocused<HTMLInputElement>();
  const kindWord = useKindWord();
  const [kind, setKind] = useState<Growth>(kinds[0] ?? "idea");
  const [title, setTitle] = useState("");
  const said = title.trim();
  return (
    <div
      role="treeitem"
      tabIndex={-1}
      aria-selected={false}
      className={`${classes.card} ${classes.draft}`}
      style={{ insetInlineStart: spot.x, insetBlockStart: spot.y, zIndex: 2 }}
      onPointerDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") onCancel();
        if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey && said !== "")) {
          event.preventDefault();
          if (said === "") onCancel();
          else onAdd(kind, said, event.key === "Tab" ? "below" : "beside");
        }
        if (kinds.length > 1 && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
          event.preventDefault();
          setKind(kinds[(kinds.indexOf(kind) + 1) % kinds.length] ?? kind);
        }
      }}
    >
      {kinds.length > 1 && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t("tree.kindOfNew")}
          value={kind}
          onChange={(next) => setKind(kinds.find((one) => one === next) ?? kind)}
          data={kinds.map((value) => ({ value, label: kindWord(value) }))}
        />
      )}
      <TextInput
        size="xs"
        ref={field}
        maxLength={300}
        aria-label={t("tree.titleOf", { kind: kindWord(kind).toLowerCase() })}
        placeholder={t(`tree.example.${kind}`)}
        description={t("tree.draftHint")}
        inputWrapperOrder={["input", "description"]}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
    </div>
  );
}
