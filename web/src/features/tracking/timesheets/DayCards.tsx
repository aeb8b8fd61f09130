import { SegmentedControl, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { useFigures } from "@/ui/words/figures";
import { HourCell } from "./HourCell";
import { sumOf } from "./hours";
import { byDay, type Week } from "./sheets";
import { useDayWords } from "./useDayWords";
import type { WeekDeeds } from "./useWeek";
import classes from "./Week.module.css";

interface Props {
  week: Week;
  deeds: WeekDeeds;
}

/** One day of the week for a thumb: its hours and what was done. */
export function DayCards({ week, deeds }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const dayWords = useDayWords();
  const today = new Date().toLocaleDateString("sv");
  const [chosen, setChosen] = useState(Math.max(0, week.days.indexOf(today)));
  const day = week.days[chosen] ?? week.week;
  const totals = byDay(week);
  return (
    <>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t("timesheet.dayOfWeek")}
        value={String(chosen)}
        onChange={(next) => setChosen(Number(next))}
        data={week.days.map((each, index) => ({
          value: String(index),
          label: dayWords.short(each),
        }))}
      />
      <Text size="sm" my="sm">
        {figures.date(day)} ·{" "}
        {t("timesheet.ofDay", {
          time: sumOf(totals[chosen] ?? 0),
          capacity: sumOf(week.capacity[chosen] ?? 0),
        })}
      </Text>
      <ul className={classes.cards}>
        {week.rows.map((row, index) => (
          <li key={`${row.id} ${day}`} className={classes.card}>
            <div className={classes.grows}>
              <span className={classes.project}>{row.project.title}</span>
              <span className={classes.title}>
                <KeyBadge value={row.key} /> {row.title}
              </span>
              <Note
                name={t("timesheet.noteOf", { item: row.title, date: figures.date(day) })}
                note={row.notes[chosen] ?? ""}
                canWrite={row.can.write === true}
                onNote={(note) => deeds.report({ cells: [{ item_id: row.id, on: day, note }] })}
              />
            </div>
            <HourCell
              name={t("timesheet.cell", { item: row.title, date: figures.date(day) })}
              minutes={row.minutes[chosen] ?? 0}
              planned={row.planned[chosen] ?? 0}
              hasNote={false}
              canWrite={row.can.write === true}
              place={{ row: index, day: chosen }}
              onWrite={(minutes) =>
                deeds.report({ cells: [{ item_id: row.id, on: day, minutes }] })
              }
              onStep={() => undefined}
              onFocus={() => undefined}
              onPaste={() => undefined}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

interface NoteProps {
  name: string;
  note: string;
  canWrite: boolean;
  onNote: (note: string) => void;
}

function Note({ name, note, canWrite, onNote }: NoteProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState(note);
  return (
    <TextInput
      size="sm"
      mt={4}
      aria-label={name}
      placeholder={t("timesheet.notePlaceholder")}
      readOnly={!canWrite}
      maxLength={10_000}
      value={words}
      onChange={({ currentTarget }) => setWords(currentTarget.value)}
      onBlur={() => words.trim() !== note && onNote(words.trim())}
    />
  );
}
