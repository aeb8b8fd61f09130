import { NumberInput, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { parseDuration } from "@/timeline/grid/durations";
import { DateField } from "@/ui/DateField";
import { placeBelow } from "../outline";
import type { Edit, Plan } from "../plan";
import { workdayOf } from "../workday";
import { PreviewModal } from "./PreviewModal";

interface Props {
  plan: Plan;
  /** The row after which the series goes. */
  rowId: string | null;
  onClose: () => void;
}

const RULES = {
  daily: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  weekly: "FREQ=WEEKLY",
  fortnightly: "FREQ=WEEKLY;INTERVAL=2",
  monthly: "FREQ=MONTHLY",
} as const;
type Rhythm = keyof typeof RULES;
const RHYTHMS = Object.keys(RULES) as Rhythm[];

/** A task that comes again: a summary with one task for each date. */
export function RepeatModal({ plan, rowId, onClose }: Props) {
  const { t } = useTranslation();
  const [form, setForm] = useState({
    title: "",
    day: plan.project.start.slice(0, 10) as string | null,
    rhythm: "weekly" as Rhythm,
    count: 10,
    duration: "1h",
  });
  const change = (part: Partial<typeof form>) => setForm((was) => ({ ...was, ...part }));
  const [settled] = useDebouncedValue(form, 250);
  const minutes = parseDuration(settled.duration, workdayOf(plan.project));
  const place = placeBelow(plan.items, rowId);
  const isWhole = settled.title.trim() !== "" && settled.day !== null && minutes !== null;
  const edits: Edit[] = isWhole
    ? [
        {
          op: "repeat",
          title: settled.title.trim(),
          parent_id: place.parentId,
          after_id: place.afterId,
          rule: RULES[settled.rhythm],
          first: `${settled.day}${plan.project.start.slice(10)}`,
          count: settled.count,
          duration_minutes: minutes,
          skip_days_off: settled.rhythm === "daily",
        },
      ]
    : [];
  return (
    <PreviewModal
      plan={plan}
      title={t("repeat.title")}
      verb={t("repeat.verb")}
      said={t("repeat.done", { name: form.title.trim() })}
      edits={edits}
      isHeld={settled !== form}
      onClose={onClose}
    >
      <TextInput
        label={t("repeat.name")}
        required
        maxLength={280}
        value={form.title}
        onChange={({ currentTarget }) => change({ title: currentTarget.value })}
        data-autofocus
      />
      <Select
        label={t("repeat.rhythm")}
        data={RHYTHMS.map((value) => ({ value, label: t(`repeat.rhythms.${value}`) }))}
        value={form.rhythm}
        allowDeselect={false}
        onChange={(value) => change({ rhythm: (value as Rhythm) ?? "weekly" })}
      />
      <DateField label={t("repeat.first")} value={form.day} onChange={(day) => change({ day })} />
      <NumberInput
        label={t("repeat.count")}
        min={1}
        max={1000}
        allowDecimal={false}
        value={form.count}
        onChange={(value) => change({ count: Number(value) || 1 })}
      />
      <TextInput
        label={t("item.duration")}
        error={minutes === null && t("item.badDuration")}
        value={form.duration}
        onChange={({ currentTarget }) => change({ duration: currentTarget.value })}
      />
    </PreviewModal>
  );
}
