import { Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { parseDuration } from "@/timeline/grid/durations";
import { DateField } from "@/ui/DateField";
import { placeBelow } from "../outline";
import type { Edit, Plan } from "../plan";
import { workdayOf } from "../workday";
import { PreviewModal } from "./PreviewModal";
import { RepeatEnd } from "./RepeatEnd";
import { placeInMonth, RHYTHMS, type Rhythm, ruleOf } from "./rhythms";

interface Props {
  plan: Plan;
  /** The row after which the series goes. */
  rowId: string | null;
  onClose: () => void;
}

/** A task that comes again: a summary with one task for each date. */
export function RepeatModal({ plan, rowId, onClose }: Props) {
  const { t } = useTranslation();
  const [form, setForm] = useState({
    title: "",
    day: plan.project.start.slice(0, 10) as string | null,
    rhythm: "weekly" as Rhythm,
    end: "count" as "count" | "day",
    count: 10,
    last: null as string | null,
    duration: "1h",
  });
  const change = (part: Partial<typeof form>) => setForm((was) => ({ ...was, ...part }));
  const spot = form.day && placeInMonth(form.day);
  const words = (rhythm: Rhythm) =>
    rhythm === "monthlyOn"
      ? t("repeat.rhythms.monthlyOn", {
          nth: t(`repeat.nth.${spot ? spot.nth : 1}`),
          weekday: t(`calendar.days.${spot ? spot.weekday : 0}`),
        })
      : t(`repeat.rhythms.${rhythm}`);
  const [settled] = useDebouncedValue(form, 250);
  const minutes = parseDuration(settled.duration, workdayOf(plan.project));
  const place = placeBelow(plan.items, rowId);
  const isEnded = settled.end === "count" || settled.last !== null;
  const isWhole = settled.title.trim() !== "" && minutes !== null && isEnded;
  const edits: Edit[] =
    isWhole && settled.day !== null
      ? [
          {
            op: "repeat",
            title: settled.title.trim(),
            parent_id: place.parentId,
            after_id: place.afterId,
            rule: ruleOf(settled.rhythm, settled.day),
            first: `${settled.day}${plan.project.start.slice(10)}`,
            count: settled.end === "count" ? settled.count : null,
            last: settled.end === "day" ? `${settled.last}T23:59` : null,
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
        data={RHYTHMS.map((value) => ({ value, label: words(value) }))}
        value={form.rhythm}
        allowDeselect={false}
        onChange={(value) => change({ rhythm: (value as Rhythm) ?? "weekly" })}
      />
      <DateField label={t("repeat.first")} value={form.day} onChange={(day) => change({ day })} />
      <RepeatEnd
        end={form.end}
        count={form.count}
        last={form.last}
        first={form.day}
        onChange={change}
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
