import { Button, Group, Text, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { sumOf } from "./hours";
import type { WeekRow } from "./sheets";
import classes from "./Week.module.css";

interface Props {
  row: WeekRow;
  day: string;
  note: string;
  onNote: (note: string) => void;
  onLeft: (minutes: number) => void;
}

const A_CENTURY = 100_000_000;

/** Beside the hours of a day: what was done, and how much work is left of the item. */
export function CellDetail({ row, day, note, onNote, onLeft }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [words, setWords] = useState(note);
  const [left, setLeft] = useState("");
  const hours = Number(left.replace(",", "."));
  const minutes = Math.round(hours * 60);
  const isTime = left.trim() !== "" && Number.isFinite(hours) && hours >= 0 && minutes < A_CENTURY;
  const sayLeft = (event: FormEvent) => {
    event.preventDefault();
    if (!isTime) return;
    onLeft(minutes);
    setLeft("");
  };
  return (
    <section
      className={classes.detail}
      aria-label={t("timesheet.detailOf", { item: row.title, date: figures.date(day) })}
    >
      <Textarea
        size="sm"
        autosize
        minRows={1}
        maxRows={4}
        maxLength={10_000}
        className={classes.note}
        label={t("timesheet.noteOf", { item: row.title, date: figures.date(day) })}
        placeholder={t("timesheet.notePlaceholder")}
        readOnly={!row.can.write}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
        onBlur={() => words.trim() !== note && onNote(words.trim())}
      />
      {row.can.report && (
        <form onSubmit={sayLeft}>
          <Group gap="sm" align="end">
            <TextInput
              size="sm"
              w={150}
              inputMode="decimal"
              label={t("timesheet.leftHours")}
              placeholder={figures.number(Math.round((4 * row.remaining_minutes) / 60) / 4)}
              error={left.trim() !== "" && !isTime}
              value={left}
              onChange={({ currentTarget }) => setLeft(currentTarget.value)}
            />
            <Button type="submit" size="sm" variant="default" disabled={!isTime}>
              {t("timesheet.sayLeft")}
            </Button>
          </Group>
        </form>
      )}
      <Text size="xs" c="dimmed">
        {t("timesheet.facts", {
          percent: figures.number(Math.round(row.percent_complete)),
          spent: sumOf(row.spent_minutes),
          left: sumOf(row.remaining_minutes),
        })}
      </Text>
    </section>
  );
}
