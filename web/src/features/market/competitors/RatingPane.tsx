import { Anchor, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { BlurText } from "@/features/discovery/risks/BlurText";
import { DateField } from "@/ui/DateField";
import type { Criterion, Rating } from "../types";
import { webAddress } from "../webAddress";
import classes from "./Comparison.module.css";
import { NOTE } from "./ComparisonGrid";
import type { Said } from "./useRate";

interface Props {
  criterion: Criterion;
  whose: string;
  rating: Rating | undefined;
  canEdit: boolean;
  onSay: (said: Said) => void;
}

const SCORES = ["0", "1", "2", "3", "4", "5"];

/** What the chosen rating rests on: a note, a page, and the day on which somebody looked. */
export function RatingPane({ criterion, whose, rating, canEdit, onSay }: Props) {
  const { t } = useTranslation();
  const source = rating?.source ?? "";
  return (
    <Stack gap="sm">
      <div>
        <Text size="xs" c="dimmed">
          {whose}
        </Text>
        <Text fw={600}>{criterion.title}</Text>
        {criterion.description && <Text size="sm">{criterion.description}</Text>}
      </div>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t("comparison.rating")}
        readOnly={!canEdit}
        data={SCORES}
        value={rating?.score == null ? "" : String(rating.score)}
        onChange={(next) => onSay({ score: Number(next) })}
      />
      <BlurText
        id={NOTE}
        label={t("comparison.note")}
        placeholder={t("comparison.noteExample")}
        minRows={2}
        readOnly={!canEdit}
        value={rating?.note ?? ""}
        onSave={(note) => onSay({ note })}
      />
      <div>
        <TextInput
          key={source}
          size="sm"
          label={t("comparison.source")}
          placeholder="https://"
          readOnly={!canEdit}
          maxLength={500}
          defaultValue={source}
          onBlur={({ currentTarget }) => {
            const next = webAddress(currentTarget.value);
            if (next !== source) onSay({ source: next });
          }}
        />
        {source && (
          <Anchor href={source} target="_blank" rel="noreferrer" fz="xs">
            {t("comparison.openSource")}
          </Anchor>
        )}
      </div>
      <DateField
        label={t("comparison.checkedOn")}
        readOnly={!canEdit}
        value={rating?.checked_on ?? null}
        onChange={(checked_on) => onSay({ checked_on })}
      />
      {rating?.stale && (
        <Text size="sm" className={classes.stale}>
          {t("comparison.staleHint")}
        </Text>
      )}
    </Stack>
  );
}
