import { Textarea, Title, UnstyledButton } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./InlineTitle.module.css";
import { toast } from "./toast";

interface Props {
  value: string;
  canEdit: boolean;
  onSave: (title: string) => void;
  order?: 1 | 2;
}

/** A title edited in place: click or Enter to edit, Enter or leaving to save, Esc to keep the old one. */
export function InlineTitle({ value, canEdit, onSave, order = 1 }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const title = (
    <Title order={order} className={classes.title}>
      {value}
    </Title>
  );
  if (!canEdit) return title;
  if (draft === null) {
    return (
      <UnstyledButton
        className={classes.button}
        onClick={() => setDraft(value)}
        aria-label={`${value}. ${t("title.edit")}`}
      >
        {title}
      </UnstyledButton>
    );
  }
  const save = () => {
    const next = draft.trim();
    setDraft(null);
    if (next === "") toast.failed(t("title.needed"));
    else if (next !== value) onSave(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      save();
    }
    if (event.key === "Escape") {
      event.stopPropagation();
      setDraft(null);
    }
  };
  return (
    <Textarea
      autosize
      autoFocus
      maxLength={300}
      aria-label={t("title.edit")}
      value={draft}
      classNames={{ input: classes.input }}
      data-order={order}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={save}
      onKeyDown={onKeyDown}
    />
  );
}
