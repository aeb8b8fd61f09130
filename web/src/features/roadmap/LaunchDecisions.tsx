import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconPlayerStop, IconRocket, IconThumbUp } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { type Launch, lastWord } from "./launches";
import type { LaunchDeeds } from "./useLaunchDeeds";

interface Props {
  launch: Launch;
  deeds: LaunchDeeds;
}

/** Go or no go, every word on record, and the launch itself. */
export function LaunchDecisions({ launch, deeds }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [reason, setReason] = useState("");
  const may = launch.can.edit === true && launch.archived_at === null && !launch.launched_on;
  const decide = (verdict: "go" | "no_go") => {
    deeds.decide(verdict, reason.trim(), t(`launch.decided.${verdict}`, { name: launch.key }));
    setReason("");
  };
  return (
    <Stack component="section" gap="xs" aria-label={t("launch.decision")}>
      <Text fw={600}>{t("launch.decision")}</Text>
      {launch.decisions.map(({ verdict, at, by, open_steps, reason: why }) => (
        <Text key={at} size="sm">
          {t(`launch.word.${verdict}`, { name: by?.name ?? "", date: figures.date(at) })}
          {open_steps > 0 && ` ${t("launch.openThen", { count: open_steps })}`}
          {why && ` “${why}”`}
        </Text>
      ))}
      {launch.launched_on && (
        <Text size="sm">{t("launch.happened", { date: figures.date(launch.launched_on) })}</Text>
      )}
      {may && (
        <>
          <TextInput
            size="xs"
            label={t("launch.why")}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group gap="sm">
            <Button
              size="xs"
              variant="default"
              leftSection={<IconThumbUp size={14} aria-hidden />}
              onClick={() => decide("go")}
            >
              {t("launch.go")}
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlayerStop size={14} aria-hidden />}
              onClick={() => decide("no_go")}
            >
              {t("launch.noGo")}
            </Button>
            {lastWord(launch) === "go" && (
              <Button
                size="xs"
                leftSection={<IconRocket size={14} aria-hidden />}
                onClick={() =>
                  deeds.release(
                    new Intl.DateTimeFormat("sv").format(new Date()),
                    t("launch.released", { name: launch.key }),
                  )
                }
              >
                {t("launch.release")}
              </Button>
            )}
          </Group>
        </>
      )}
    </Stack>
  );
}
