import { Group, SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { dayHours } from "@/features/core/dayHours";
import type { WorkCalendar } from "@/features/core/workingTime";
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

/** As the API takes it: when work starts on a day, or ends. */
export function endOf(
  { end, day }: When,
  calendar: WorkCalendar | undefined,
): { start?: string; finish?: string } {
  if (day === null) return {};
  return { [end]: `${day}T${dayHours(calendar, day)[end]}` };
}
