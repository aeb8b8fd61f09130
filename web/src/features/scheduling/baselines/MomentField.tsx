import { Group, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DateField } from "@/ui/DateField";
import { useFigures } from "@/ui/words/figures";
import { type Baseline, isDay, type Moment } from "./baselines";

interface Props {
  label: string;
  baselines: readonly Baseline[];
  value: Moment | undefined;
  /** Offer now, which is nothing. */
  withNow?: boolean;
  onChange: (moment: Moment | undefined) => void;
}

const NOW = "now";
const A_DAY = "day";

/** A baseline, the end of a day that is past, or now. */
export function MomentField({ label, baselines, value, withNow = false, onChange }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const day = value && isDay(value) ? value : null;
  const choose = (chosen: string | null) => {
    if (chosen === A_DAY) onChange(yesterday());
    else onChange(chosen === NOW ? undefined : (chosen ?? undefined));
  };
  return (
    <Group gap="xs" align="end">
      <Select
        label={label}
        allowDeselect={false}
        value={day ? A_DAY : (value ?? (withNow ? NOW : null))}
        data={[
          ...(withNow ? [{ value: NOW, label: t("baseline.now") }] : []),
          ...baselines.map(({ id, title, created_at }) => ({
            value: id,
            label: `${title} · ${figures.date(created_at)}`,
          })),
          { value: A_DAY, label: t("baseline.aDay") },
        ]}
        onChange={choose}
      />
      {day && (
        <DateField
          label={t("baseline.day")}
          required
          value={day}
          onChange={(next) => next && onChange(next)}
        />
      )}
    </Group>
  );
}

function yesterday(): string {
  return new Intl.DateTimeFormat("sv").format(new Date(Date.now() - 24 * 3_600_000));
}
