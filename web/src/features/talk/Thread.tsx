import { Button, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Subject } from "@/features/core/activity";
import { CommentCard } from "./CommentCard";
import { Composer } from "./Composer";
import classes from "./Talk.module.css";
import { type Comment, useTalk } from "./talk";

interface Props {
  root: Comment;
  subject: Subject;
}

/** A thread: what was said first, the answers below it; a resolved one is folded. */
export function Thread({ root, subject }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [isAnswering, setAnswering] = useState(false);
  const { say, mark } = useTalk(subject);
  const { resolved } = root;
  if (resolved && !isOpen) {
    return (
      <div className={classes.folded}>
        <IconCircleCheck size={16} stroke={1.6} aria-hidden />
        <Text size="sm" c="dimmed" className={classes.grow}>
          {t("talk.resolvedBy", {
            who: resolved.by?.name ?? t("activity.someone"),
            count: root.replies.length + 1,
          })}
        </Text>
        <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
          {t("talk.show")}
        </Button>
      </div>
    );
  }
  const resolve = (on: boolean) => mark.mutate({ comment: root, as: "resolution", on });
  return (
    <div className={classes.thread}>
      <CommentCard comment={root} subject={subject} />
      {root.replies.map((reply) => (
        <div key={reply.id} className={classes.reply}>
          <CommentCard comment={reply} subject={subject} />
        </div>
      ))}
      <div className={classes.reply}>
        {isAnswering ? (
          <Composer
            subject={subject}
            label={t("talk.answer")}
            fault={say.error}
            isPending={say.isPending}
            onSend={(body) => say.mutateAsync({ body, parentId: root.id })}
            onCancel={() => setAnswering(false)}
          />
        ) : (
          <div className={classes.deeds}>
            <Button variant="subtle" size="compact-sm" onClick={() => setAnswering(true)}>
              {t("talk.reply")}
            </Button>
            {root.can.resolve && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                loading={mark.isPending}
                onClick={() => resolve(!resolved)}
              >
                {resolved ? t("talk.reopen") : t("talk.resolve")}
              </Button>
            )}
            {resolved && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                onClick={() => setOpen(false)}
              >
                {t("talk.fold")}
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
