import { Group, Progress, Text, TextInput, Title } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Edit, ItemFields, WorkItem } from "../plan";
import classes from "./Checklist.module.css";
import { ChecklistEntry } from "./ChecklistEntry";
import { type Entry, entriesOf, progressOf, reordered } from "./checklist";

interface Props {
  item: WorkItem;
  /** Making items of entries takes the right to plan, the rest the right to contribute. */
  canPlan: boolean;
  canWrite: boolean;
  onSet: (fields: ItemFields) => void;
  onEdit: (edit: Edit) => void;
}

/** What is to be thought of within an item: ticked off, ordered, given to people, or made items of the plan. */
export function ItemChecklist({ item, canPlan, canWrite, onSet, onEdit }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  // What was written stands until the version that it makes has come: nothing that is older, or drawn between what is on
  // its way and what has arrived, takes an entry back.
  const newest = useRef<Pick<WorkItem, "id" | "version"> & { checklist: Entry[] }>(item);
  const awaited = useRef(item.version);
  if (item.id !== newest.current.id) awaited.current = item.version;
  if (item.version >= awaited.current) {
    newest.current = item;
    awaited.current = item.version;
  }
  const entries = newest.current.checklist;
  const progress = progressOf(entries);
  const save = (checklist: Entry[]) => {
    newest.current = { ...newest.current, checklist };
    awaited.current += 1;
    onSet({ checklist });
  };
  const change = (at: number, fields: Partial<Entry>) =>
    save(entries.map((entry, index) => (index === at ? { ...entry, ...fields } : entry)));
  const add = () => {
    const made = entriesOf(text);
    if (made.length > 0) save([...entries, ...made]);
    setText("");
  };
  if (!canWrite && entries.length === 0) return null;
  return (
    <section style={{ marginBottom: 16 }} aria-label={t("checklist.title")}>
      <Group gap="sm" mb={4}>
        <Title order={2} fz="sm">
          {t("checklist.title")}
        </Title>
        {progress && (
          <>
            <Progress
              className={classes.bar}
              value={(100 * progress.done) / progress.of}
              aria-label={t("checklist.progress", progress)}
              size="sm"
            />
            <Text size="xs" c="dimmed" className="tabular">
              {t("checklist.progress", progress)}
            </Text>
          </>
        )}
      </Group>
      <ol className={classes.list}>
        {entries.map((entry, at) => (
          <ChecklistEntry
            key={entry.id}
            entry={entry}
            at={at}
            canPlan={canPlan}
            canWrite={canWrite}
            isSummary={item.summary}
            onChange={(fields) => change(at, fields)}
            onMove={(from, to) => save(reordered(entries, from, to))}
            onRemove={() => save(entries.filter((_, index) => index !== at))}
            onPromote={(place) =>
              onEdit({
                op: "promote",
                id: item.id,
                version: newest.current.version,
                entry_id: entry.id,
                place,
              })
            }
          />
        ))}
      </ol>
      {canWrite && (
        <TextInput
          size="xs"
          variant="filled"
          aria-label={t("checklist.add")}
          placeholder={t("checklist.add")}
          value={text}
          maxLength={500}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData("text/plain");
            if (!/\n/.test(pasted.trim())) return;
            event.preventDefault();
            save([...entries, ...entriesOf(pasted)]);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add();
          }}
          onBlur={add}
        />
      )}
    </section>
  );
}
