import { Button, Group, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import type { Verdict } from "./useVerdicts";
import classes from "./Waiting.module.css";
import type { Item } from "./waiting";

interface Props {
  item: Item;
  isChosen: boolean;
  mayAct: boolean;
  onChoose: () => void;
  onJudge: (verdict: Verdict) => void;
  onMerge: () => void;
}

/** One thing that waits, with what may become of it. */
export function WaitingCard({ item, isChosen, mayAct, onChoose, onJudge, onMerge }: Props) {
  const { t } = useTranslation();
  const card = useRef<HTMLElement>(null);
  const wasChosen = useRef(isChosen);
  useEffect(() => {
    // The first one needs no scroll: the page has just opened.
    if (isChosen && !wasChosen.current) card.current?.scrollIntoView({ block: "nearest" });
    wasChosen.current = isChosen;
  }, [isChosen]);
  const said = useSaid(item);
  const isShipped = item.sort === "shipped";
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: J and K do the same
    <article
      ref={card}
      className={classes.card}
      aria-label={said.post.title}
      aria-current={isChosen && mayAct ? "true" : undefined}
      onClick={onChoose}
    >
      <Group gap="sm">
        <KeyBadge value={said.post.key} />
        <PeekLink kind="post" id={said.post.id} objectKey={said.post.key} fw={600}>
          {said.post.title}
        </PeekLink>
      </Group>
      {said.words && <p className={classes.words}>{said.words}</p>}
      <div className={classes.foot}>
        <Text size={isShipped ? "sm" : "xs"} c="dimmed">
          {said.facts}
        </Text>
        {mayAct && (
          <div className={classes.deeds}>
            {item.sort === "post" && (
              <Button size="xs" variant="default" onClick={onMerge}>
                {t("portal.merge")}
              </Button>
            )}
            {!isShipped && (
              <Button size="xs" variant="default" onClick={() => onJudge("spam")}>
                {t("portal.spam")}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={() => onJudge("reject")}>
              {t(isShipped ? "portal.notShipped" : "portal.reject")}
            </Button>
            <Button
              size="xs"
              leftSection={<IconCheck size={14} aria-hidden />}
              onClick={() => onJudge("accept")}
            >
              {t(isShipped ? "portal.shipped" : "portal.approve")}
            </Button>
          </div>
        )}
      </div>
    </article>
  );
}

/** Which post it is about, what was said, and the facts under it. */
function useSaid(item: Item) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (item.sort === "shipped") {
    const { post, released } = item.proposal;
    const facts = `${t("portal.released", { what: released })} ${t("wishes.votes", { count: post.votes })}.`;
    return { post, words: "", facts };
  }
  const said = item.sort === "post" ? item.post : item.comment;
  const facts = [
    said.author || t("wishes.someone"),
    item.sort === "post" && item.post.category,
    figures.ago(said.created_at),
  ];
  const post = item.sort === "post" ? item.post : item.comment.post;
  return { post, words: said.words, facts: facts.filter(Boolean).join(" · ") };
}
