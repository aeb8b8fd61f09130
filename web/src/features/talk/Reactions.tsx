import { ActionIcon, Group, Popover, Tooltip, UnstyledButton } from "@mantine/core";
import {
  IconConfetti,
  IconEye,
  IconHeart,
  IconHelpCircle,
  IconMoodPlus,
  IconThumbDown,
  IconThumbUp,
  type TablerIcon,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Subject } from "@/features/core/activity";
import { toast } from "@/ui/toast";
import classes from "./Talk.module.css";
import { type Comment, SIGNS, type Sign, useTalk } from "./talk";

const FACE: Record<Sign, TablerIcon> = {
  agree: IconThumbUp,
  celebrate: IconConfetti,
  thank: IconHeart,
  look: IconEye,
  doubt: IconHelpCircle,
  disagree: IconThumbDown,
};

interface Props {
  comment: Comment;
  subject: Subject;
}

function Face({ sign }: { sign: Sign }) {
  const Icon = FACE[sign];
  return <Icon size={14} stroke={1.8} aria-hidden />;
}

export function Reactions({ comment, subject }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { react } = useTalk(subject);
  const put = (sign: Sign, on: boolean) => {
    setOpen(false);
    react.mutate(
      { comment, sign, on },
      { onError: (fault) => toast.failed(fault.detail || fault.title) },
    );
  };
  const mine = new Set(comment.reactions.filter((one) => one.mine).map((one) => one.sign));
  return (
    <Group gap={4} mt={4}>
      {comment.reactions.map(({ sign, count, mine: isMine, names }) => (
        <Tooltip key={sign} label={`${t(`talk.sign.${sign}`)}: ${names.join(", ")}`}>
          <UnstyledButton
            className={classes.sign}
            aria-pressed={isMine}
            aria-label={t("talk.signed", { sign: t(`talk.sign.${sign}`), count })}
            onClick={() => put(sign, !isMine)}
          >
            <Face sign={sign} /> {count}
          </UnstyledButton>
        </Tooltip>
      ))}
      <Popover opened={isOpen} onChange={setOpen} position="top-start" trapFocus>
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t("talk.react")}
            onClick={() => setOpen(!isOpen)}
          >
            <IconMoodPlus size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown p={4}>
          <Group gap={2}>
            {SIGNS.map((sign) => (
              <Tooltip key={sign} label={t(`talk.sign.${sign}`)}>
                <ActionIcon
                  variant={mine.has(sign) ? "light" : "subtle"}
                  aria-label={t(`talk.sign.${sign}`)}
                  aria-pressed={mine.has(sign)}
                  onClick={() => put(sign, !mine.has(sign))}
                >
                  <Face sign={sign} />
                </ActionIcon>
              </Tooltip>
            ))}
          </Group>
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}
