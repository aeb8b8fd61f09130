import { Progress, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import classes from "./KeyResult.module.css";
import type { KeyResult } from "./types";
import { useMeasure } from "./useMeasure";

interface Props {
  keyResult: KeyResult;
}

/** How far it is, as a bar and in words: where it stands, where it began, where it shall be. */
export function KeyResultProgress({ keyResult }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const measure = useMeasure();
  const { start, target, current, unit, progress } = keyResult;
  const share = figures.percent(progress / 100);
  return (
    <div className={classes.progress}>
      <Progress
        size="sm"
        value={progress}
        color={progress >= 100 ? "var(--nl-good)" : "north"}
        aria-label={t("keyResult.progress", { share })}
      />
      <Text size="xs" c="dimmed" className="tabular">
        <Text span fw={600} c="var(--mantine-color-text)" size="xs">
          {current === null ? t("keyResult.unread") : measure(current, unit)}
        </Text>{" "}
        {t("keyResult.fromTo", { from: figures.number(start), to: measure(target, unit) })} ·{" "}
        {progress >= 100 ? t("keyResult.reached") : share}
      </Text>
    </div>
  );
}
