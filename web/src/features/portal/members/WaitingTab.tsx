import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconCheck, IconInbox } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { KeyBadge } from "@/ui/KeyBadge";
import { LoadingState } from "@/ui/LoadingState";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import { MergePost } from "./MergePost";
import { type Portal, type Post, type Waiting, waitingQuery } from "./portals";
import { useDeed } from "./useDeed";
import { useShipping } from "./useShipping";

/** What strangers wrote and nobody outside has seen, and posts whose wish may be fulfilled. */
export function WaitingTab({ portal }: { portal: Portal }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(waitingQuery(portal.id));
  const [merging, setMerging] = useState<Post>();
  const mayAct = portal.can.moderate === true;
  if (error && !data) return <ErrorState title={error.title} detail={error.detail} />;
  if (!data) return <LoadingState />;
  if (data.posts.length + data.comments.length + data.proposals.length === 0) {
    return <EmptyState icon={IconInbox} sentence={t("portal.nothingWaits")} />;
  }
  return (
    <Stack gap="lg" maw={840}>
      <Section title={t("portal.waitingShipped")} count={data.proposals.length}>
        {data.proposals.map((proposal) => (
          <Proposed key={proposal.post.id} proposal={proposal} mayAct={mayAct} />
        ))}
      </Section>
      <Section title={t("portal.waitingPosts")} count={data.posts.length}>
        {data.posts.map((post) => (
          <WaitingPost
            key={post.id}
            post={post as Post}
            mayAct={mayAct}
            onMerge={() => setMerging(post as Post)}
          />
        ))}
      </Section>
      <Section title={t("portal.waitingComments")} count={data.comments.length}>
        {data.comments.map((comment) => (
          <WaitingComment key={comment.id} comment={comment} mayAct={mayAct} />
        ))}
      </Section>
      {merging && <MergePost post={merging} onClose={() => setMerging(undefined)} />}
    </Stack>
  );
}

function Section({
  title,
  count,
  children,
}: {
  title: string;
  count: number;
  children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <section>
      <Title order={2} mb="sm">
        {title}
      </Title>
      <Stack gap="sm">{children}</Stack>
    </section>
  );
}

interface PostProps {
  post: Post;
  mayAct: boolean;
  onMerge: () => void;
}

function WaitingPost({ post, mayAct, onMerge }: PostProps) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { act, isPending } = useDeed();
  const judge = (deed: "approval" | "rejection", said: string) =>
    act(said, () => http.post(`/posts/${post.id}/${deed}`, {}, { version: post.version }));
  const named = { key: post.key };
  return (
    <Paper withBorder p="md" component="article" aria-label={post.title}>
      <Group gap="sm">
        <KeyBadge value={post.key} />
        <PeekLink kind="post" id={post.id} objectKey={post.key} fw={600}>
          {post.title}
        </PeekLink>
      </Group>
      <Words text={post.words} />
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {[post.author || t("wishes.someone"), post.category, figures.ago(post.created_at)]
            .filter(Boolean)
            .join(" · ")}
        </Text>
        {mayAct && (
          <Group gap="sm">
            <Button size="xs" variant="default" onClick={onMerge}>
              {t("portal.merge")}
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={isPending}
              onClick={() => judge("rejection", t("portal.rejected", named))}
            >
              {t("portal.reject")}
            </Button>
            <Button
              size="xs"
              disabled={isPending}
              leftSection={<IconCheck size={14} aria-hidden />}
              onClick={() => judge("approval", t("portal.approved", named))}
            >
              {t("portal.approve")}
            </Button>
          </Group>
        )}
      </Group>
    </Paper>
  );
}

interface CommentProps {
  comment: Waiting["comments"][number];
  mayAct: boolean;
}

function WaitingComment({ comment, mayAct }: CommentProps) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { act, isPending } = useDeed();
  const judge = (state: "shown" | "rejected", said: string) =>
    act(said, () => http.put(`/posts/comments/${comment.id}/state`, { state }));
  return (
    <Paper withBorder p="md" component="article" aria-label={comment.post.title}>
      <Group gap="sm">
        <KeyBadge value={comment.post.key} />
        <PeekLink kind="post" id={comment.post.id} objectKey={comment.post.key}>
          {comment.post.title}
        </PeekLink>
      </Group>
      <Words text={comment.words} />
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {`${comment.author || t("wishes.someone")} · ${figures.ago(comment.created_at)}`}
        </Text>
        {mayAct && (
          <Group gap="sm">
            <Button
              size="xs"
              variant="default"
              disabled={isPending}
              onClick={() => judge("rejected", t("portal.commentRejected"))}
            >
              {t("portal.reject")}
            </Button>
            <Button
              size="xs"
              disabled={isPending}
              leftSection={<IconCheck size={14} aria-hidden />}
              onClick={() => judge("shown", t("portal.commentShown"))}
            >
              {t("portal.approve")}
            </Button>
          </Group>
        )}
      </Group>
    </Paper>
  );
}

interface ProposedProps {
  proposal: Waiting["proposals"][number];
  mayAct: boolean;
}

function Proposed({ proposal, mayAct }: ProposedProps) {
  const { t } = useTranslation();
  const { post, released } = proposal;
  const { settle, isPending } = useShipping(post);
  return (
    <Paper withBorder p="md" component="article" aria-label={post.title}>
      <Group justify="space-between">
        <div>
          <Group gap="sm">
            <KeyBadge value={post.key} />
            <PeekLink kind="post" id={post.id} objectKey={post.key} fw={600}>
              {post.title}
            </PeekLink>
          </Group>
          <Text size="sm" c="dimmed">
            {t("portal.released", { what: released })} {t("wishes.votes", { count: post.votes })}.
          </Text>
        </div>
        {mayAct && (
          <Group gap="sm">
            <Button
              size="xs"
              variant="default"
              disabled={isPending}
              onClick={() => void settle(false)}
            >
              {t("portal.notShipped")}
            </Button>
            <Button size="xs" disabled={isPending} onClick={() => void settle(true)}>
              {t("portal.shipped")}
            </Button>
          </Group>
        )}
      </Group>
    </Paper>
  );
}

function Words({ text }: { text: string }) {
  return (
    <Text my="sm" maw="68ch" style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
      {text}
    </Text>
  );
}
