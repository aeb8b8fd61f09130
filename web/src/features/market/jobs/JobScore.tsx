import { Group, Popover, Text, UnstyledButton } from "@mantine/core";
import { IconFlame, IconMoodSmile, IconStar, type TablerIcon } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import type { Job, JobClass } from "../types";
import classes from "./JobScore.module.css";

export const JOB_CLASSES = ["extreme", "high", "worthwhile", "served", "overserved"] as const;

const ICON: Record<JobClass, TablerIcon | undefined> = {
  extreme: IconFlame,
  high: IconFlame,
  worthwhile: IconStar,
  served: undefined,
  overserved: IconMoodSmile,
};

/** How well a job is served today, in a word beside a mark. */
export function JobClassMark({ name }: { name: JobClass }) {
  const { t } = useTranslation();
  const Icon = ICON[name];
  return (
    <span className={classes.mark} data-class={name}>
      {Icon && <Icon size={14} stroke={1.8} aria-hidden />}
      {t(`jobToBeDone.classes.${name}`)}
    </span>
  );
}

/** The opportunity score; a click tells how it comes about. */
export function JobScore({ job }: { job: Job }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { opportunity_score: score, importance, satisfaction, job_class } = job;
  if (score === null || importance === null || satisfaction === null || !job_class) {
    return (
      <Text size="sm" c="dimmed">
        {t("jobToBeDone.notAsked")}
      </Text>
    );
  }
  const said = {
    score: figures.number(score),
    importance: figures.number(importance),
    satisfaction: figures.number(satisfaction),
    gap: figures.number(Math.max(importance - satisfaction, 0)),
  };
  return (
    <Group gap="xs">
      <Popover width={320} position="bottom-start" trapFocus>
        <Popover.Target>
          <UnstyledButton className={classes.score} aria-label={t("jobToBeDone.explain", said)}>
            {said.score}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <Text size="sm" mb="xs">
            {t("jobToBeDone.sum", said)}
          </Text>
          <Text size="sm" c="dimmed">
            {t("jobToBeDone.how")}
          </Text>
        </Popover.Dropdown>
      </Popover>
      <JobClassMark name={job_class} />
    </Group>
  );
}
