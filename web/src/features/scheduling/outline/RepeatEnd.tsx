import { Group, NumberInput, SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DateField } from "@/ui/DateField";

interface End {
  end: "count" | "day";
  count: number;
  last: string | null;
}

interface Props extends End {
  /** The day of the first one. */
  first: string | null;
  onChange: (part: Partial<End>) => void;
}

const ENDS = ["count", "day"] as const;

/** How often something comes, or until when. */
export function RepeatEnd({ end, count, last, first, onChange }: Props) {
  const { t } = useTranslation();
  const isBefore = first !== null && last !== null && last < first;
  return (
    <Group align="end" gap="sm">
      <SegmentedControl
        size="sm"
        aria-label={t("repeat.end")}
        data={ENDS.map((value) => ({ value, label: t(`repeat.ends.${value}`) }))}
        value={end}
        onChange={(value) => onChange({ end: value as End["end"] })}
      />
      {end === "count" ? (
        <NumberInput
          flex={1}
          label={t("repeat.count")}
          min={1}
          max={1000}
          allowDecimal={false}
          value={count}
          onChange={(value) => onChange({ count: Number(value) || 1 })}
        />
      ) : (
        <DateField
          label={t("repeat.last")}
          value={last}
          error={isBefore ? t("calendar.lastBeforeFirst") : undefined}
          onChange={(day) => onChange({ last: day })}
        />
      )}
    </Group>
  );
}
