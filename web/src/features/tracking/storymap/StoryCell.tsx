import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlanItem } from "@/features/scheduling/plan";
import { BoardCell } from "@/ui/board/BoardCell";
import { CardList } from "@/ui/board/CardList";
import { StoryCard } from "./StoryCard";

interface Props {
  label: string;
  stories: readonly PlanItem[];
  canMove: boolean;
  canAdd: boolean;
  onDrop: (storyId: string) => void;
  onStep: (storyId: string, dx: number, dy: number) => void;
  onAdd: (title: string) => void;
}

/** The stories of a step in a slice; one dropped here comes into both. */
export function StoryCell({ label, stories, canMove, canAdd, onDrop, onStep, onAdd }: Props) {
  const { t } = useTranslation();
  const [title, setTitle] = useState("");
  return (
    <BoardCell kind="work_item" label={label} onDrop={onDrop}>
      <CardList
        items={stories}
        card={(story) => (
          <StoryCard
            key={story.id}
            story={story}
            canMove={canMove}
            onStep={(dx, dy) => onStep(story.id, dx, dy)}
          />
        )}
      />
      {canAdd && (
        <TextInput
          size="xs"
          variant="unstyled"
          maxLength={300}
          aria-label={t("storymap.addTo", { name: label })}
          placeholder={t("storymap.add")}
          value={title}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          onKeyDown={({ key }) => {
            if (key !== "Enter" || title.trim() === "") return;
            onAdd(title.trim());
            setTitle("");
          }}
        />
      )}
    </BoardCell>
  );
}
