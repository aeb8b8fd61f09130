import { draggable } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { ActionIcon, Checkbox, Menu, Text, TextInput } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { PersonSelect } from "@/features/core/PersonSelect";
import { useDrop } from "@/ui/board/useDrop";
import type { WorkItem } from "../plan";
import classes from "./Checklist.module.css";
import type { Entry } from "./checklist";

interface Props {
  entry: WorkItem["checklist"][number];
  at: number;
  canPlan: boolean;
  canWrite: boolean;
  isSummary: boolean;
  onChange: (fields: Partial<Entry>) => void;
  onMove: (from: number, to: number) => void;
  onRemove: () => void;
  onPromote: (place: "below" | "after") => void;
}

const KIND = "checklist_entry";

/** One entry: ticked, written over, dragged or moved with Alt and the arrows. */
export function ChecklistEntry(props: Props) {
  const { entry, at, canPlan, canWrite, isSummary, onChange, onMove, onRemove, onPromote } = props;
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const [frame, isOver] = useDrop<HTMLLIElement>(KIND, (from) => onMove(Number(from), at));
  useEffect(() => {
    if (!frame.current || !canWrite) return;
    return draggable({
      element: frame.current,
      getInitialData: () => ({ kind: KIND, id: String(at) }),
    });
  }, [frame, at, canWrite]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || !step || !canWrite) return;
    event.preventDefault();
    onMove(at, at + step);
  };
  const name = entry.text;
  return (
    <li
      ref={frame}
      className={classes.entry}
      data-over={isOver || undefined}
      data-moves={canWrite || undefined}
      onKeyDown={onKeyDown}
    >
      <Checkbox
        size="xs"
        aria-label={name}
        checked={entry.done}
        disabled={!canWrite}
        onChange={({ currentTarget }) => onChange({ done: currentTarget.checked })}
      />
      {canWrite ? (
        <TextInput
          className={classes.text}
          data-done={entry.done || undefined}
          size="xs"
          variant="unstyled"
          aria-label={t("checklist.textOf", { name })}
          maxLength={500}
          value={draft ?? name}
          onFocus={() => setDraft(name)}
          onChange={({ currentTarget }) => setDraft(currentTarget.value)}
          onKeyDown={({ key, currentTarget }) => key === "Enter" && currentTarget.blur()}
          onBlur={() => {
            const said = draft?.trim();
            if (said && said !== name) onChange({ text: said });
            setDraft(null);
          }}
        />
      ) : (
        <Text size="sm" flex={1} td={entry.done ? "line-through" : undefined}>
          {name}
        </Text>
      )}
      <PersonSelect
        size="xs"
        variant="unstyled"
        w={120}
        clearable={canWrite}
        readOnly={!canWrite}
        aria-label={t("checklist.assigneeOf", { name })}
        value={entry.assignee_id}
        onChange={(assignee_id) => onChange({ assignee_id })}
      />
      {canWrite && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t("checklist.menuOf", { name })}>
              <IconDots size={14} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {canPlan && !isSummary && (
              <Menu.Item onClick={() => onPromote("after")}>{t("checklist.makeAfter")}</Menu.Item>
            )}
            {canPlan && (
              <Menu.Item onClick={() => onPromote("below")}>{t("checklist.makeBelow")}</Menu.Item>
            )}
            <Menu.Item onClick={onRemove}>{t("checklist.remove")}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
