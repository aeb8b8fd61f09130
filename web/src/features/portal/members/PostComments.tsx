import { Badge, Button, Group, Stack, Text, Textarea, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useFigures } from "@/ui/words/figures";
import { type Comment, commentsQuery, type PostPage } from "./portals";
import { useDeed } from "./useDeed";

interface Props {
  post: PostPage;
  canEdit: boolean;
}

/** What is said under a post in public, and what was kept from it. */
export function PostComments({ post, canEdit }: Props) {
  const { t } = useTranslation();
  const { act, isPending } = useDeed();
  const { data: comments } = useQuery(commentsQuery(post.id));
  const [text, setText] = useState("");
  const say = (event: FormEvent) => {
    event.preventDefault();
    act(
      t("portal.said"),
      () => http.post(`/posts/${post.id}/comments`, { text }),
      () => setText(""),
    );
  };
  return (
    <section>
      <Title order={2}>{t("portal.comments")}</Title>
      <Stack gap="sm" my="sm">
        {(comments ?? []).map((comment) => (
          <Said key={comment.id} comment={comment} />
        ))}
      </Stack>
      {canEdit && (
        <form onSubmit={say}>
          <Textarea
            aria-label={t("portal.say")}
            placeholder={t("portal.say")}
            required
            autosize
            minRows={2}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {text && (
            <Group justify="flex-end" mt="sm">
              <Button type="submit" size="xs" loading={isPending}>
                {t("portal.sayIt")}
              </Button>
            </Group>
          )}
        </form>
      )}
    </section>
  );
}

function Said({ comment }: { comment: Comment }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { act, isPending } = useDeed();
  const isShown = comment.state === "shown";
  const put = (state: "shown" | "rejected" | "spam", said: string) =>
    act(said, () =>
      http.put(`/posts/comments/${comment.id}/state`, { state }, { version: comment.version }),
    );
  const judge = () =>
    isShown ? put("rejected", t("portal.commentRejected")) : put("shown", t("portal.commentShown"));
  return (
    <div>
      <Text style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>{comment.words}</Text>
      <Group gap="sm">
        <Text size="xs" c="dimmed">
          {`${comment.author || t("wishes.someone")} · ${figures.ago(comment.created_at)}`}
        </Text>
        {comment.official && (
          <Badge size="sm" variant="light">
            {t("portal.writtenByTeam")}
          </Badge>
        )}
        {!isShown && (
          <Badge size="sm" variant="default">
            {t(`postState.${comment.state}`)}
          </Badge>
        )}
        {comment.can.edit && (
          <Button size="compact-xs" variant="subtle" disabled={isPending} onClick={judge}>
            {t(isShown ? "portal.hideComment" : "portal.showComment")}
          </Button>
        )}
        {comment.can.edit && !comment.official && comment.state !== "spam" && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            disabled={isPending}
            onClick={() => put("spam", t("portal.commentSpam"))}
          >
            {t("portal.spam")}
          </Button>
        )}
      </Group>
    </div>
  );
}
