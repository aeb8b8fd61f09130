import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { ObjectRef } from "@/api/types";
import { ObjectTabs } from "@/features/throughline/ObjectTabs";
import { ErrorState } from "@/ui/ErrorState";
import { InlineTitle } from "@/ui/InlineTitle";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { LoadingState } from "@/ui/LoadingState";
import { ObjectFrame } from "@/ui/ObjectFrame";
import { MergePost } from "./MergePost";
import { PostAnswer } from "./PostAnswer";
import { PostComments } from "./PostComments";
import { PostRail } from "./PostRail";
import { PostVoices } from "./PostVoices";
import { type PostPage, postQuery } from "./portals";
import { useDeed } from "./useDeed";
import { useShipping } from "./useShipping";

interface Props {
  id: string;
  place: "page" | "peek";
}

/** A post with what stands behind it: its insight, what would fulfil it, whose voices it has. */
export function PostSheet({ id, place }: Props) {
  const { data: post, error } = useQuery(postQuery(id));
  if (error && !post) return <ErrorState title={error.title} detail={error.detail} />;
  return post ? <Known post={post} place={place} /> : <LoadingState rows={4} />;
}

function Known({ post, place }: { post: PostPage; place: Props["place"] }) {
  const { t } = useTranslation();
  const { act, isPending } = useDeed();
  const shipping = useShipping();
  const [isMerging, setMerging] = useState(false);
  const isSpam = post.state === "spam";
  const mayEdit = post.can.edit === true;
  const canEdit = mayEdit && post.archived_at === null;
  const isMerged = post.state === "merged";
  const { version } = post;
  const path = `/posts/${post.id}`;
  const edit = (fields: object) =>
    act(t("portal.saved"), () => http.patch(path, fields, { version }));
  const judge = (deed: "approval" | "rejection" | "spam", said: string) =>
    act(said, () => http.post(`${path}/${deed}`, {}, { version }));
  const named = { key: post.key };
  return (
    <ObjectFrame
      eyebrow={
        <>
          <KindIcon kind={post.kind} />
          <KeyBadge value={post.key} />
        </>
      }
      title={
        <InlineTitle
          value={post.title}
          canEdit={canEdit && !isMerged}
          onSave={(title) => edit({ title })}
        />
      }
      rail={<PostRail post={post} canEdit={canEdit && !isMerged} edit={edit} />}
    >
      <Stack gap="lg">
        {post.proposal && (
          <Alert title={t("portal.waitingShipped")}>
            <Text size="sm">{t("portal.released", { what: post.proposal })}</Text>
            {canEdit && (
              <Group gap="sm" mt="sm">
                <Button size="xs" onClick={() => void shipping.settle(post, true)}>
                  {t("portal.shipped")}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => void shipping.settle(post, false)}
                >
                  {t("portal.notShipped")}
                </Button>
              </Group>
            )}
          </Alert>
        )}
        <Text maw="68ch" style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
          {post.words}
        </Text>
        {isSpam && (
          <Alert color="gray" title={t("postState.spam")}>
            <Text size="sm">{t("portal.spamMeans")}</Text>
            {mayEdit && (
              <Button
                mt="sm"
                size="xs"
                variant="default"
                disabled={isPending}
                onClick={() =>
                  act(t("portal.noSpamDone", named), () => http.delete(`${path}/spam`, { version }))
                }
              >
                {t("portal.noSpam")}
              </Button>
            )}
          </Alert>
        )}
        {canEdit && !isMerged && (
          <Group gap="sm">
            {post.state !== "shown" && (
              <Button
                size="xs"
                disabled={isPending}
                onClick={() => judge("approval", t("portal.approved", named))}
              >
                {t("portal.approve")}
              </Button>
            )}
            {post.state !== "rejected" && (
              <Button
                size="xs"
                variant="default"
                disabled={isPending}
                onClick={() => judge("rejection", t("portal.rejected", named))}
              >
                {t("portal.reject")}
              </Button>
            )}
            <Button
              size="xs"
              variant="default"
              disabled={isPending}
              onClick={() => judge("spam", t("portal.spammed", named))}
            >
              {t("portal.spam")}
            </Button>
            <Button size="xs" variant="default" onClick={() => setMerging(true)}>
              {t("portal.merge")}
            </Button>
          </Group>
        )}
        <PostAnswer key={post.version} post={post} canEdit={canEdit && !isMerged} edit={edit} />
        <PostVoices post={post} canEdit={canEdit && post.state === "shown"} />
        <PostComments post={post} canEdit={canEdit && post.state === "shown"} />
        <ObjectTabs object={post as ObjectRef} place={place} />
      </Stack>
      {isMerging && <MergePost post={post} onClose={() => setMerging(false)} />}
    </ObjectFrame>
  );
}
