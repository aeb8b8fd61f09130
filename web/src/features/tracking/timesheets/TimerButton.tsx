import { Button, Text } from "@mantine/core";
import { IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Elapsed } from "./Elapsed";
import { useTimer } from "./useTimer";

interface Props {
  itemId: string;
  title: string;
  size?: "sm" | "compact-sm";
}

/** Measures my work on one item, from where it stands; a timer that runs on another is stopped and kept. */
export function TimerButton({ itemId, title, size = "sm" }: Props) {
  const { t } = useTranslation();
  const { timer, start, stop } = useTimer();
  if (!timer) return null;
  if (timer.since && timer.item?.id === itemId) {
    return (
      <Button
        size={size}
        flex="none"
        color="red"
        variant="light"
        loading={stop.isPending}
        leftSection={<IconPlayerStop size={16} aria-hidden />}
        aria-label={t("timer.stopOf", { name: title })}
        onClick={() => stop.mutate(true)}
      >
        <span role="timer" className="tabular">
          <Elapsed since={timer.since} />
        </span>
      </Button>
    );
  }
  return (
    <Button
      size={size}
      flex="none"
      variant="subtle"
      color="gray"
      loading={start.isPending}
      leftSection={<IconPlayerPlay size={16} aria-hidden />}
      aria-label={t("timer.startOf", { name: title })}
      onClick={() => start.mutate(itemId)}
    >
      <Text span inherit visibleFrom="sm">
        {t("timer.title")}
      </Text>
    </Button>
  );
}
