import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { HealthBadge } from "@/ui/HealthBadge";
import { useFigures } from "@/ui/words/figures";
import type { Update } from "./overseeing";
import classes from "./overseeing.module.css";

/** One update: how it goes, in which words, and what the plan said at that moment. */
export function UpdateRow({ update }: { update: Update }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { health, words, by, at, chance, window_finish, p50, p85 } = update;
  const facts = [
    chance !== null &&
      window_finish &&
      t("update.chance", { chance: figures.percent(chance), date: figures.date(window_finish) }),
    p50 && p85 && t("update.window", { p50: figures.date(p50), p85: figures.date(p85) }),
  ].filter(Boolean);
  return (
    <article className={classes.update}>
      <Group gap="sm">
        <HealthBadge health={health} />
        <Text size="xs" c="dimmed">
          {by?.name ?? t("activity.someone")} ·{" "}
          <time dateTime={at} title={figures.dateTime(at)}>
            {figures.ago(at)}
          </time>
        </Text>
      </Group>
      {words && (
        <Text size="sm" className={classes.words}>
          {words}
        </Text>
      )}
      {facts.length > 0 && (
        <Text size="xs" c="dimmed">
          {t("update.thatDay")} {facts.join(" · ")}
        </Text>
      )}
    </article>
  );
}
