import { Kbd, Stack, Text, Title } from "@mantine/core";
import { IconInbox } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { useShortcuts } from "@/ui/keyboard/useShortcuts";
import { LoadingState } from "@/ui/LoadingState";
import { usePeek } from "@/ui/shell/usePeek";
import { MergePost } from "./MergePost";
import { type Portal, type Post, waitingQuery } from "./portals";
import { useVerdicts, type Verdict } from "./useVerdicts";
import classes from "./Waiting.module.css";
import { WaitingCard } from "./WaitingCard";
import { following, type Item, itemsOf, stepped } from "./waiting";

const TITLES = {
  shipped: "portal.waitingShipped",
  post: "portal.waitingPosts",
  comment: "portal.waitingComments",
} as const;
const KEYS = ["J", "K", "A", "R", "M", "S", "O"] as const;

/** What strangers wrote and nobody outside has seen, and posts whose wish may be fulfilled: gone through by keys. */
export function WaitingTab({ portal }: { portal: Portal }) {
  const { t } = useTranslation();
  const peek = usePeek();
  const { data, error } = useQuery(waitingQuery(portal.id));
  const [chosen, setChosen] = useState<string>();
  const [merging, setMerging] = useState<Post>();
  const mayAct = portal.can.moderate === true;
  const verdicts = useVerdicts((gone) => setChosen(following(items, gone)));
  const items = data ? itemsOf(data, verdicts.decided) : [];
  const now = stepped(items, chosen, 0);
  const walk = (by: number) => () => setChosen(stepped(items, now?.id, by)?.id);
  const judge = (verdict: Verdict) => () => {
    if (now && mayAct) void verdicts.judge(now, verdict);
  };
  const merge = () => {
    if (now?.sort === "post" && mayAct) setMerging(now.post);
  };
  const open = () => {
    const post = now && postOf(now);
    if (post) peek.open({ kind: "post", id: post.id });
  };
  useShortcuts([
    { keys: "j", run: walk(1), says: t("portal.keys.J") },
    { keys: "k", run: walk(-1), says: t("portal.keys.K") },
    { keys: "a", run: judge("accept"), says: t("portal.keys.A") },
    { keys: "r", run: judge("reject"), says: t("portal.keys.R") },
    { keys: "m", run: merge, says: t("portal.keys.M") },
    { keys: "s", run: judge("spam"), says: t("portal.keys.S") },
    { keys: "o", run: open, says: t("portal.keys.O") },
  ]);
  if (error && !data) return <ErrorState title={error.title} detail={error.detail} />;
  if (!data) return <LoadingState />;
  if (items.length === 0)
    return <EmptyState icon={IconInbox} sentence={t("portal.nothingWaits")} />;
  return (
    <Stack gap="lg" maw={840}>
      {mayAct && <Keys />}
      {(["shipped", "post", "comment"] as const).map((sort) => {
        const mine = items.filter((item) => item.sort === sort);
        return (
          mine.length > 0 && (
            <section key={sort}>
              <Title order={2} mb="sm">
                {t(TITLES[sort])}
              </Title>
              <Stack gap="sm">
                {mine.map((item) => (
                  <WaitingCard
                    key={item.id}
                    item={item}
                    isChosen={item.id === now?.id}
                    mayAct={mayAct}
                    onChoose={() => setChosen(item.id)}
                    onJudge={(verdict) => void verdicts.judge(item, verdict)}
                    onMerge={() => item.sort === "post" && setMerging(item.post)}
                  />
                ))}
              </Stack>
            </section>
          )
        );
      })}
      {merging && <MergePost post={merging} onClose={() => setMerging(undefined)} />}
    </Stack>
  );
}

function postOf(item: Item): { id: string } {
  if (item.sort === "post") return item.post;
  return item.sort === "comment" ? item.comment.post : item.proposal.post;
}

/** The keys, for whoever has a keyboard before them. */
function Keys() {
  const { t } = useTranslation();
  return (
    <Text size="xs" c="dimmed" className={classes.keys}>
      {KEYS.map((key) => (
        <span key={key}>
          <Kbd size="xs">{key}</Kbd> {t(`portal.keys.${key}`)}
        </span>
      ))}
    </Text>
  );
}
