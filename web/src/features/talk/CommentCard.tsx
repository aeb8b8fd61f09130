import { ActionIcon, Avatar, Menu, Text } from "@mantine/core";
import { IconDots, IconPencil, IconRestore, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Subject } from "@/features/core/activity";
import { useDone } from "@/features/core/useDone";
import { RichTextView } from "@/ui/text/RichTextView";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { Composer } from "./Composer";
import { Reactions } from "./Reactions";
import classes from "./Talk.module.css";
import { type Comment, useTalk } from "./talk";

interface Props {
  comment: Comment;
  subject: Subject;
}

export function CommentCard({ comment, subject }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const done = useDone();
  const [isEditing, setEditing] = useState(false);
  const { reword, mark } = useTalk(subject);
  const who = comment.by?.name ?? t("activity.someone");
  const remove = (on: boolean) =>
    mark.mutate(
      { comment, as: "removal", on },
      {
        onSuccess: () => void done(on ? t("talk.removedDone") : t("talk.backDone")),
        onError: (fault) => toast.failed(fault.detail || fault.title),
      },
    );
  const { can } = comment;
  return (
    <article className={classes.comment} aria-label={t("talk.commentBy", { who })}>
      <Avatar name={who} size={24} color="north" aria-hidden />
      <div className={classes.grow}>
        <div className={classes.head}>
          <Text size="sm" fw={600}>
            {who}
          </Text>
          <Text size="xs" c="dimmed">
            <time dateTime={comment.at} title={figures.dateTime(comment.at)}>
              {figures.ago(comment.at)}
            </time>
            {comment.edited_at && !comment.removed && ` · ${t("talk.edited")}`}
          </Text>
          {(can.edit || can.remove) && (
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  ms="auto"
                  aria-label={t("talk.more", { who })}
                >
                  <IconDots size={16} stroke={1.6} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {can.edit && (
                  <Menu.Item
                    leftSection={<IconPencil size={14} />}
                    onClick={() => setEditing(true)}
                  >
                    {t("talk.edit")}
                  </Menu.Item>
                )}
                {can.remove && !comment.removed && (
                  <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => remove(true)}>
                    {t("talk.remove")}
                  </Menu.Item>
                )}
                {can.remove && comment.removed && (
                  <Menu.Item leftSection={<IconRestore size={14} />} onClick={() => remove(false)}>
                    {t("talk.back")}
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          )}
        </div>
        {comment.removed ? (
          <Text size="sm" c="dimmed" fs="italic">
            {t("talk.removed")}
          </Text>
        ) : isEditing ? (
          <Composer
            subject={subject}
            label={t("talk.edit")}
            doc={comment.body}
            fault={reword.error}
            isPending={reword.isPending}
            onSend={(body) => reword.mutateAsync({ comment, body })}
            onCancel={() => setEditing(false)}
          />
        ) : (
          <>
            <div className={classes.words}>
              <RichTextView doc={comment.body} />
            </div>
            <Reactions comment={comment} subject={subject} />
          </>
        )}
      </div>
    </article>
  );
}
