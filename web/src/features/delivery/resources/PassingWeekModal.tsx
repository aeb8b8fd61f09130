import { Modal, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useGuardedSave } from "@/api/guardedSave";
import { CreateForm } from "@/ui/CreateForm";
import { DateField } from "@/ui/DateField";
import { resolveStale } from "@/ui/stale/resolveStale";
import { useFigures } from "@/ui/words/figures";
import { readHours, writeHours } from "./hours";
import { type Calendar, calendarQuery } from "./resources";
import { WeekFields } from "./WeekFields";
import { hasWeek, type PassingWeek, weeksBeside, weeksSharing, withWeek } from "./weeks";

interface Props {
  calendar: Calendar;
  /** The weeks that are changed; none where others are added. */
  seen: PassingWeek | null;
  onClose: () => void;
}

interface Typed {
  first: string | null;
  last: string | null;
  name: string;
  hours: string[];
}

/** From when to when another week holds, and its hours; it begins as a copy of the usual one. */
export function PassingWeekModal({ calendar, seen, onClose }: Props) {
  const { t } = useTranslation();
  const save = useGuardedSave<Calendar>({
    queryKey: calendarQuery(calendar.id).queryKey,
    path: `/calendars/${calendar.id}`,
    name: calendar.key,
    resolve: resolveStale,
    tell: () => undefined, // The form says it.
  });
  const [opened] = useState(calendar);
  const form = useForm<Typed>({
    initialValues: {
      first: seen?.first ?? null,
      last: seen?.last ?? null,
      name: seen?.name ?? "",
      hours: (seen?.week ?? calendar.week).map(writeHours),
    },
    validate: {
      first: (first) => (first ? null : t("calendar.dayMissing")),
      last: (last, { first }) => {
        if (!last) return t("calendar.dayMissing");
        return first && last < first ? t("calendar.lastBeforeFirst") : null;
      },
      hours: (hours) => hours.some((day) => readHours(day) === null),
    },
  });
  const take = ({ first, last, name, hours }: Typed) => {
    const week = hours.map((day) => readHours(day) ?? []);
    const made = { first: first ?? "", last: last ?? "", name: name.trim(), week };
    // Whoever changed or removed these very weeks meanwhile is not written over unasked.
    const base = seen && !hasWeek(calendar.weeks, seen) ? opened : calendar;
    const fields = { weeks: withWeek(base.weeks, made, seen) };
    save.mutate({ seen: base, fields }, { onSuccess: onClose });
  };
  const typed = form.getValues();
  return (
    <Modal
      opened
      onClose={onClose}
      title={seen ? t("calendar.changeWeeks") : t("calendar.addWeeks")}
    >
      <CreateForm
        onSubmit={form.onSubmit(take)}
        onCancel={onClose}
        isPending={save.isPending}
        fault={save.error}
        verb={seen ? t("save") : t("calendar.addException")}
      >
        <TextInput
          label={t("calendar.name")}
          placeholder={t("calendar.weeksExample")}
          maxLength={300}
          data-autofocus
          {...form.getInputProps("name")}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <DateField
            label={t("resource.first")}
            required
            value={typed.first}
            error={form.errors.first as string | undefined}
            onChange={(day) => form.setFieldValue("first", day)}
          />
          <DateField
            label={t("resource.last")}
            required
            value={typed.last}
            error={form.errors.last as string | undefined}
            onChange={(day) => form.setFieldValue("last", day)}
          />
        </SimpleGrid>
        <SharedDays weeks={weeksBeside(calendar.weeks, seen)} {...typed} />
        <Stack gap={0}>
          <WeekFields week={typed.hours} onChange={(hours) => form.setFieldValue("hours", hours)} />
        </Stack>
      </CreateForm>
    </Modal>
  );
}

/** Says it where other weeks hold on some of the days as well. */
function SharedDays({ weeks, first, last }: { weeks: readonly PassingWeek[] } & Typed) {
  const { t } = useTranslation();
  const figures = useFigures();
  const sharing = first && last ? weeksSharing(weeks, { first, last }) : [];
  if (sharing.length === 0) return null;
  const spans = sharing.map((week) => `${figures.date(week.first)} – ${figures.date(week.last)}`);
  return (
    <Text size="sm" c="dimmed" role="status">
      {t("calendar.sharedDays", { spans: spans.join("; ") })}
    </Text>
  );
}
