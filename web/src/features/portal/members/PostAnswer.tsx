import { Button, Group, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PostPage } from "./portals";

interface Props {
  post: PostPage;
  canEdit: boolean;
  edit: (fields: object) => void;
}

/** The team's own word on a post, in public. */
export function PostAnswer({ post, canEdit, edit }: Props) {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState(post.answer);
  if (!canEdit) return post.answer ? <Text maw="68ch">{post.answer}</Text> : null;
  return (
    <div>
      <Textarea
        label={t("portal.answer")}
        description={t("portal.answerHint")}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={5000}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      {answer !== post.answer && (
        <Group justify="flex-end" mt="sm">
          <Button size="xs" onClick={() => edit({ answer })}>
            {t("portal.saveAnswer")}
          </Button>
        </Group>
      )}
    </div>
  );
}
