import { Button, Group, Popover, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/shown";
import { parseDuration } from "@/timeline/grid/durations";
import { SuggestedEstimate } from "./SuggestedEstimate";
import { useDurationText } from "./useDurationText";

type Estimate = Schemas["EstimateOut"];

interface Props {
  /** The item of a plan, to which finished work may be like. */
  itemId: string;
  value: Estimate | null;
  duration: number;
  canEdit: boolean;
  onChange: (estimate: Estimate | null) => void;
}

const POINTS = ["optimistic", "likely", "pessimistic"] as const;

/** Three points: at best, most likely, at worst. */
export function EstimateField({ itemId, value, duration, canEdit, onChange }: Props) {
  const { t } = useTranslation();
  const durationText = useDurationText();
  const [draft, setDraft] = useState<Record<(typeof POINTS)[number], string> | null>(null);
  const [isAsking, setAsking] = useState(false);
  const text = value
    ? POINTS.map((point) => durationText(value[point])).join(" / ")
    : t("item.noEstimate");
  if (!canEdit) return <Text size="sm">{text}</Text>;
  const read = draft && POINTS.map((point) => parseDuration(draft[point]));
  const [low, likely, high] = read ?? [];
  const isWhole = low != null && likely != null && high != null && low <= likely && likely <= high;
  const write = (from: Estimate) =>
    setDraft({
      optimistic: durationText(from.optimistic),
      likely: durationText(from.likely),
      pessimistic: durationText(from.pessimistic),
    });
  const begin = () => {
    setAsking(false);
    write(value ?? { optimistic: duration, likely: duration, pessimistic: duration });
  };
  const save = (estimate: Estimate | null) => {
    setDraft(null);
    onChange(estimate);
  };
  return (
    <Popover
      opened={draft !== null}
      onChange={(opened) => !opened && setDraft(null)}
      width={isAsking ? 360 : 240}
      position="bottom-start"
      trapFocus
    >
      <Popover.Target>
        <UnstyledButton
          fz="sm"
          c={value ? undefined : "dimmed"}
          aria-label={`${t("item.estimate")}: ${text}`}
          onClick={begin}
        >
          {text}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        {draft && (
          <Stack gap="sm">
            {POINTS.map((point) => (
              <TextInput
                key={point}
                size="xs"
                label={t(`item.${point}`)}
                value={draft[point]}
                onChange={(event) => setDraft({ ...draft, [point]: event.currentTarget.value })}
              />
            ))}
            {!isWhole && (
              <Text size="xs" c="var(--nl-bad)" role="alert">
                {t("item.estimateRises")}
              </Text>
            )}
            {isAsking ? (
              <SuggestedEstimate itemId={itemId} onTake={write} />
            ) : (
              <Button size="compact-sm" variant="light" onClick={() => setAsking(true)}>
                {t("suggest.ask")}
              </Button>
            )}
            <Group justify="space-between">
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                disabled={value === null}
                onClick={() => save(null)}
              >
                {t("item.clearEstimate")}
              </Button>
              <Button
                size="compact-sm"
                disabled={!isWhole}
                onClick={() => isWhole && save({ optimistic: low, likely, pessimistic: high })}
              >
                {t("save")}
              </Button>
            </Group>
          </Stack>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
