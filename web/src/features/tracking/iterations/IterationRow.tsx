import { Badge, Progress, Text, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Iteration } from "@/features/scheduling/promises/iterations";
import { useFigures } from "@/ui/words/figures";
import classes from "./Iterations.module.css";

interface Props {
  iteration: Iteration;
  isChosen: boolean;
  onChoose: () => void;
}

export function IterationRow({ iteration, isChosen, onChoose }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { title, start, finish, phase, totals } = iteration;
  const share = totals.minutes > 0 ? totals.done_minutes / totals.minutes : 0;
  return (
    <li>
      <UnstyledButton
        className={classes.row}
        data-chosen={isChosen || undefined}
        aria-current={isChosen || undefined}
        onClick={onChoose}
      >
        <span className={classes.name}>
          {title}
          <Badge size="sm" variant={phase === "running" ? "filled" : "default"}>
            {t(`iteration.phase.${phase}`)}
          </Badge>
        </span>
        <Text size="xs" c="dimmed">
          {figures.date(start)} – {figures.date(finish)} ·{" "}
          {t("iteration.doneOf", { done: totals.done, count: totals.items })}
        </Text>
        <Progress
          value={100 * share}
          size="sm"
          aria-label={t("iteration.share", { name: title })}
        />
      </UnstyledButton>
    </li>
  );
}
