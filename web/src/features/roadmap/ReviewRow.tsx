import {
  Badge,
  Button,
  Group,
  Paper,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
} from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import type { Review } from "./launches";
import type { LaunchDeeds } from "./useLaunchDeeds";

interface Props {
  review: Review;
  may: boolean;
  deeds: LaunchDeeds;
}

const VERDICTS = ["keep", "iterate", "stop"] as const;

/** One look at what an initiative brought: when it is due, or what was decided; and deciding it. */
export function ReviewRow({ review, may, deeds }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [isOpen, setOpen] = useState(false);
  const [verdict, setVerdict] = useState<(typeof VERDICTS)[number]>("keep");
  const [findings, setFindings] = useState("");
  const conclude = () => {
    const fields = { verdict, findings, key_result_id: review.key_result?.id ?? null };
    deeds.conclude(review, fields, t("launch.concluded", { name: review.initiative.key }));
    setOpen(false);
  };
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" align="flex-start">
        <div>
          <Text size="sm" fw={500}>
            {t("launch.after", { days: review.after_days, name: review.initiative.title })}
          </Text>
          <Text size="xs" c="dimmed">
            {review.decided_on
              ? t("launch.decidedBy", {
                  name: review.decided_by?.name ?? "",
                  date: figures.date(review.decided_on),
                })
              : t("launch.due", { date: figures.date(review.due) })}
            {review.key_result && ` · ${review.key_result.title}`}
            {review.reading && `: ${review.reading}`}
          </Text>
          {review.findings && <Text size="sm">{review.findings}</Text>}
        </div>
        {review.verdict ? (
          <Badge variant="light">{t(`launch.verdict.${review.verdict}`)}</Badge>
        ) : (
          may &&
          !isOpen && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t("launch.concludeOne", { name: review.key })}
              onClick={() => setOpen(true)}
            >
              {t("launch.conclude")}
            </Button>
          )
        )}
      </Group>
      {isOpen && (
        <Stack gap="xs" mt="sm">
          <SegmentedControl
            size="xs"
            aria-label={t("launch.verdictOf", { name: review.key })}
            value={verdict}
            data={VERDICTS.map((value) => ({ value, label: t(`launch.verdict.${value}`) }))}
            onChange={(value) => setVerdict(value as typeof verdict)}
          />
          <Textarea
            size="xs"
            label={t("launch.findings")}
            autosize
            minRows={2}
            value={findings}
            onChange={(event) => setFindings(event.currentTarget.value)}
          />
          <Group gap="sm">
            <Button size="xs" onClick={conclude}>
              {t("promise.record")}
            </Button>
            <Button size="xs" variant="default" onClick={() => setOpen(false)}>
              {t("cancel")}
            </Button>
          </Group>
        </Stack>
      )}
    </Paper>
  );
}
