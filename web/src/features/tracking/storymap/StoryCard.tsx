import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ItemTitle } from "@/features/scheduling/ItemTitle";
import type { PlanItem } from "@/features/scheduling/plan";
import card from "@/ui/board/Card.module.css";
import { useCard } from "@/ui/board/useCard";
import { PeekLink } from "@/ui/PeekLink";

interface Props {
  story: PlanItem;
  canMove: boolean;
  onStep: (dx: number, dy: number) => void;
}

/** A task as a story. */
export function StoryCard({ story, canMove, onStep }: Props) {
  const { t } = useTranslation();
  const frame = useCard({ kind: "work_item", id: story.id, canMove, onStep });
  return (
    <li {...frame} className={card.card}>
      <PeekLink kind="work_item" id={story.id} objectKey={story.key} c="inherit" fw={500} fz="sm">
        <ItemTitle item={story} />
      </PeekLink>
      <Text size="xs" c="dimmed" className="tabular">
        {story.key} · {t("board.percent", { percent: Math.round(story.percent_complete) })}
      </Text>
    </li>
  );
}
