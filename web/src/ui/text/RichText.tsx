import { Button, Group, Text, UnstyledButton } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RichNode } from "@/api/types";
import { LoadingState } from "../LoadingState";
import { EMPTY_TEXT, isEmptyText } from "./plainText";
import classes from "./RichText.module.css";
import { RichTextView } from "./RichTextView";

const RichTextEditor = lazy(() => import("./RichTextEditor"));

interface Props {
  doc: RichNode | null;
  /** What is shown while one reads, where it is more than the text: with passages marked. */
  shown?: RichNode;
  canEdit: boolean;
  onSave: (doc: RichNode) => void;
}

/** A body text: read until one edits it, then saved or left as it was. */
export function RichText({ doc, shown, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<RichNode | null>(null);
  if (draft === null) {
    const isEmpty = isEmptyText(doc);
    if (isEmpty && !canEdit) return <Text c="dimmed">{t("text.empty")}</Text>;
    return (
      <div className={classes.read}>
        {isEmpty ? (
          <UnstyledButton className={classes.invite} onClick={() => setDraft(EMPTY_TEXT)}>
            {t("text.edit")}
          </UnstyledButton>
        ) : (
          <>
            <RichTextView doc={shown ?? doc ?? EMPTY_TEXT} />
            {canEdit && (
              <Button
                variant="subtle"
                size="compact-sm"
                className={classes.edit}
                onClick={() => setDraft(doc)}
              >
                {t("text.change")}
              </Button>
            )}
          </>
        )}
      </div>
    );
  }
  const save = () => {
    onSave(draft);
    setDraft(null);
  };
  return (
    <Suspense fallback={<LoadingState rows={3} />}>
      <RichTextEditor doc={draft} onChange={setDraft} onSubmit={save} autoFocus />
      <Group gap="sm" mt="sm">
        <Button size="compact-md" onClick={save}>
          {t("save")}
        </Button>
        <Button size="compact-md" variant="subtle" color="gray" onClick={() => setDraft(null)}>
          {t("cancel")}
        </Button>
      </Group>
    </Suspense>
  );
}
