import { Group, SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DateField } from "@/ui/DateField";

export interface When {
  end: "start" | "finish";
  day: string | null;
}

interface Props {
  value: When;
  onChange: (when: When) => void;
}

/** From a day on, or up to one. */
export function WhenFields({ value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Group align="end" gap="sm">
      <SegmentedControl
        size="sm"
        aria-label={t("template.when")}
        data={(["start", "finish"] as const).map((end) => ({
          value: end,
          label: t(`template.ends.${end}`),
        }))}
        value={value.end}
        onChange={(end) => onChange({ ...value, end: end as When["end"] })}
      />
      <DateField
        label={t(`template.day.${value.end}`)}
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
      />
    </Group>
  );
}

/** As the API takes it: the start of a day, or the end of one. */
export function endOf({ end, day }: When): { start?: string; finish?: string } {
  if (day === null) return {};
  return end === "start" ? { start: `${day}T08:00` } : { finish: `${day}T17:00` };
}
