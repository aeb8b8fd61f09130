import { Button, Group, SegmentedControl, Text } from "@mantine/core";
import { IconEye, IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import classes from "./Prioritise.module.css";
import type { Ranking, Voice } from "./types";
import { useRoundStep } from "./useRoundStep";

interface Props {
  ranking: Ranking;
  voice: Voice;
  onVoice: (voice: Voice) => void;
}

/** Group scoring: ask, see who is missing, reveal, settle. */
export function RoundBar({ ranking, voice, onVoice }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { scorecard, round, items } = ranking;
  const step = useRoundStep(ranking);
  const canEdit = scorecard.can.edit === true;
  if (!round || round.closed_at) return null;
  const missing = round.voters.filter(({ scored }) => scored < items.length);
  return (
    <div className={classes.round}>
      <IconUsers size={16} aria-hidden />
      <Text size="sm">
        {round.revealed_at
          ? t("round.shown", {
              who: round.revealed_by?.name ?? "",
              when: figures.ago(round.revealed_at),
            })
          : missing.length === 0
            ? t("round.complete")
            : t("round.waiting", {
                names: missing
                  .map(({ name, scored }) => `${name} (${scored}/${items.length})`)
                  .join(", "),
              })}
      </Text>
      <Group gap="xs" ml="auto">
        <SegmentedControl
          size="xs"
          aria-label={t("round.voice")}
          value={voice}
          onChange={(next) => onVoice(next as Voice)}
          data={[
            { value: "mine", label: t("round.mine") },
            { value: "team", label: t("round.team") },
          ]}
        />
        {canEdit && !round.revealed_at && (
          <Button
            size="xs"
            leftSection={<IconEye size={16} aria-hidden />}
            loading={step.isPending}
            onClick={() => step.mutate({ what: "revelation" })}
          >
            {t("round.reveal")}
          </Button>
        )}
        {canEdit && round.revealed_at && (
          <Button
            size="xs"
            loading={step.isPending}
            onClick={() => step.mutate({ what: "settlement", body: { adopt: true } })}
          >
            {t("round.settle")}
          </Button>
        )}
        {canEdit && (
          <Button
            size="xs"
            variant="default"
            onClick={() => step.mutate({ what: "settlement", body: { adopt: false } })}
          >
            {t("round.drop")}
          </Button>
        )}
      </Group>
    </div>
  );
}
