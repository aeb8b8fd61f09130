import { Button, Group, Text, UnstyledButton } from "@mantine/core";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RichNode } from "@/api/types";
import type { Subject } from "@/features/core/activity";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { EMPTY_TEXT, isEmptyText } from "@/ui/text/plainText";
import classes from "./Talk.module.css";

const CommentEditor = lazy(() => import("./CommentEditor"));

interface Props {
  subject: Subject;
  label: string;
  /** What is being edited; without it, something new is said. */
  doc?: RichNode;
  fault: unknown;
  isPending: boolean;
  onSend: (body: RichNode) => Promise<unknown>;
  onCancel?: () => void;
  /** Stands beside the invitation while nothing is written. */
  aside?: ReactNode;
}

/** Where one writes: one line until one begins. What could not be sent stays written. */
export function Composer({
  subject,
  label,
  doc,
  fault,
  isPending,
  onSend,
  onCancel,
  aside,
}: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<RichNode | null>(onCancel ? (doc ?? EMPTY_TEXT) : null);
  if (draft === null) {
    return (
      <div className={classes.bar}>
        <UnstyledButton className={classes.invite} onClick={() => setDraft(EMPTY_TEXT)}>
          {label}
        </UnstyledButton>
        {aside}
      </div>
    );
  }
  const close = () => (onCancel ? onCancel() : setDraft(null));
  const send = () => {
    if (!isEmptyText(draft) && !isPending) void onSend(draft).then(close, () => undefined);
  };
  return (
    <div className={classes.composer}>
      <Suspense fallback={<LoadingState rows={2} />}>
        <CommentEditor
          subject={subject}
          doc={draft}
          label={label}
          onChange={setDraft}
          onSubmit={send}
        />
      </Suspense>
      <ProblemNote fault={fault} />
      <Group gap="sm">
        <Button size="compact-md" disabled={isEmptyText(draft)} loading={isPending} onClick={send}>
          {doc ? t("save") : t("talk.send")}
        </Button>
        <Button size="compact-md" variant="subtle" color="gray" onClick={close}>
          {t("cancel")}
        </Button>
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {t("talk.hint")}
        </Text>
      </Group>
    </div>
  );
}
