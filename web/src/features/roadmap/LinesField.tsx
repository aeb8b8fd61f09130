import { Text, Textarea, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import classes from "./LinesField.module.css";

interface Props<T> {
  label: string;
  value: T;
  placeholder: string;
  canEdit: boolean;
  onSave: (value: T) => void;
}

/** Several short lines, edited in place: one to a line, Ctrl-Enter or leaving saves, Escape forgets. */
export function LinesField({ value, onSave, ...rest }: Props<string[]>) {
  const save = (text: string) => {
    const lines = text.split("\n").map((line) => line.trim());
    onSave(lines.filter(Boolean));
  };
  return (
    <Held {...rest} text={value.join("\n")} onSave={save}>
      {value.length > 0 && (
        <ul className={classes.lines}>
          {value.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Held>
  );
}

/** One line, edited in place. */
export function LineField({ value, onSave, ...rest }: Props<string>) {
  return (
    <Held {...rest} text={value} onSave={(text) => onSave(text.replace(/\s+/g, " ").trim())} single>
      {value && <Text size="sm">{value}</Text>}
    </Held>
  );
}

interface HeldProps {
  label: string;
  text: string;
  placeholder: string;
  canEdit: boolean;
  single?: boolean;
  onSave: (text: string) => void;
  children: ReactNode;
}

function Held({ label, text, placeholder, canEdit, single, onSave, children }: HeldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = children || (
    <Text size="sm" c="dimmed">
      {canEdit ? placeholder : "–"}
    </Text>
  );
  if (!canEdit) return <div>{shown}</div>;
  if (draft === null) {
    return (
      <UnstyledButton className={classes.value} onClick={() => setDraft(text)}>
        <VisuallyHidden>{label}</VisuallyHidden>
        {shown}
      </UnstyledButton>
    );
  }
  const close = (save: boolean) => {
    setDraft(null);
    if (save && draft !== text) onSave(draft);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") close(false);
    else if (event.key === "Enter" && (single || event.ctrlKey || event.metaKey)) close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Textarea
      size="xs"
      aria-label={label}
      autosize
      minRows={single ? 1 : 2}
      maxLength={single ? 300 : 9_000}
      autoFocus
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => close(true)}
      onKeyDown={onKeyDown}
    />
  );
}
