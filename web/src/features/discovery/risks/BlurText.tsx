import { Textarea, type TextareaProps } from "@mantine/core";
import { useState } from "react";

interface Props extends Omit<TextareaProps, "value" | "onChange"> {
  value: string;
  onSave: (text: string) => void;
}

/** A text that is saved when one leaves it; Escape takes back what was typed. */
export function BlurText({ value, onSave, ...rest }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <Textarea
      autosize
      minRows={1}
      maxRows={20}
      size="sm"
      {...rest}
      value={draft ?? value}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape" && draft !== null) {
          event.stopPropagation();
          setDraft(null);
        }
      }}
      onBlur={() => {
        if (draft !== null && draft.trim() !== value) onSave(draft.trim());
        setDraft(null);
      }}
    />
  );
}
