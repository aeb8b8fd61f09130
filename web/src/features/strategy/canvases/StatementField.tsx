import { ActionIcon, Button, Textarea } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import classes from "./CanvasBoard.module.css";
import { type Draft, type DraftStatement, edited, moved, removed } from "./draft";

interface Props {
  draft: Draft;
  box: string;
  label: string;
  statement: DraftStatement;
  /** Just added: the next key goes in here. */
  isFresh: boolean;
  onDraft: (next: Draft) => void;
  onNext: () => void;
}

/** One statement being written. Enter goes on with another, Alt and the arrows move it, Backspace takes an empty one out. */
export function StatementField({ draft, box, label, statement, isFresh, onDraft, onNext }: Props) {
  const { t } = useTranslation();
  const { key, text, nature } = statement;
  const other = nature === "fact" ? "assumption" : "fact";
  const remove = () => onDraft(removed(draft, box, key));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      onDraft(moved(draft, box, key, event.key === "ArrowUp" ? -1 : 1));
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (text.trim()) onNext();
    } else if (event.key === "Backspace" && text === "") {
      event.preventDefault();
      remove();
    }
  };
  return (
    <li className={classes.line}>
      <Textarea
        aria-label={label}
        size="xs"
        rows={1}
        classNames={{ input: classes.writing }}
        maxLength={300}
        autoFocus={isFresh}
        value={text}
        onChange={(event) => onDraft(edited(draft, box, key, { text: event.currentTarget.value }))}
        onKeyDown={onKeyDown}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("canvas.remove", { statement: label })}
        onClick={remove}
      >
        <IconX size={14} />
      </ActionIcon>
      <div>
        <Button
          variant={nature === "fact" ? "light" : "default"}
          color={nature === "fact" ? undefined : "gray"}
          size="compact-xs"
          aria-label={t("canvas.markAs", {
            statement: label,
            current: t(`canvas.nature.${nature}`),
            nature: t(`canvas.nature.${other}`),
          })}
          onClick={() => onDraft(edited(draft, box, key, { nature: other }))}
        >
          {t(`canvas.nature.${nature}`)}
        </Button>
      </div>
    </li>
  );
}
