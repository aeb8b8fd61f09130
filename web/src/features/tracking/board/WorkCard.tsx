import { Avatar, Text, Tooltip } from "@mantine/core";
import { IconClockExclamation, IconListCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useItemTypes } from "@/features/core/types/itemTypes";
import { TypeMark } from "@/features/core/types/TypeMark";
import { progressOf } from "@/features/scheduling/checklist/checklist";
import classes from "@/ui/board/Card.module.css";
import { useCard } from "@/ui/board/useCard";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import type { Card } from "./board";
import own from "./WorkBoard.module.css";

interface Props {
  card: Card;
  owner: string | undefined;
  parent: string | undefined;
  canMove: boolean;
  /** Within how many days 85 % of finished work was through here. */
  usualDays: number | null;
  lane: string | null;
  onStep: (dx: number, dy: number) => void;
}

/** A task on the board, with how long it stands where it stands. */
export function WorkCard({ card, owner, parent, canMove, usualDays, lane, onStep }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { item, days, isOld, ownState } = card;
  const type = useItemTypes().byId.get(item.item_type_id ?? "");
  const frame = useCard({ kind: "work_item", id: item.id, from: lane, canMove, onStep });
  const checks = progressOf(item.checklist);
  const finish = item.actual_finish ?? item.schedule?.finish;
  return (
    <li {...frame} className={classes.card} data-old={isOld || undefined}>
      <div className={classes.title}>
        {type && <TypeMark type={type} />}
        <KeyBadge value={item.key} />
        <PeekLink kind="work_item" id={item.id} objectKey={item.key} c="inherit" fw={500} fz="sm">
          {item.title}
        </PeekLink>
      </div>
      {parent && (
        <Text size="xs" c="dimmed" truncate>
          {parent}
        </Text>
      )}
      <div className={own.foot}>
        <span>{t("board.percent", { percent: Math.round(item.percent_complete) })}</span>
        {ownState && <span>{ownState}</span>}
        {checks && (
          <Tooltip label={t("checklist.progress", checks)}>
            <span className={own.checks}>
              <IconListCheck size={14} aria-hidden />
              {checks.done}/{checks.of}
              <span className={own.hidden}>{t("checklist.title")}</span>
            </span>
          </Tooltip>
        )}
        {finish && <span>{figures.date(finish)}</span>}
        {isOld ? (
          <Tooltip
            label={
              usualDays === null ? t("board.oldMeans") : t("board.oldThan", { days: usualDays })
            }
          >
            <span className={own.old}>
              <IconClockExclamation size={14} aria-hidden />
              {t("board.days", { count: days })}
              <span className={own.hidden}>{t("board.old")}</span>
            </span>
          </Tooltip>
        ) : (
          <span>{t("board.days", { count: days })}</span>
        )}
        {owner && (
          <Tooltip label={owner}>
            <Avatar name={owner} size={20} color="north" alt={owner} ml="auto" />
          </Tooltip>
        )}
      </div>
    </li>
  );
}
