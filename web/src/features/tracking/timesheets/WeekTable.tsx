import { Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import { HourCell, type Step } from "./HourCell";
import { readBlock, sumOf } from "./hours";
import { byDay, type Cell, sum, type Week } from "./sheets";
import { useDayWords } from "./useDayWords";
import classes from "./Week.module.css";

export interface Place {
  row: number;
  day: number;
}

interface Props {
  week: Week;
  onWrite: (cells: Cell[]) => void;
  onPlace: (place: Place) => void;
}

const MOVE: Record<Step, Place> = {
  up: { row: -1, day: 0 },
  down: { row: 1, day: 0 },
  left: { row: 0, day: -1 },
  right: { row: 0, day: 1 },
};

/** The week as a sheet: items down, days across, sums against what one can work. */
export function WeekTable({ week, onWrite, onPlace }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const dayWords = useDayWords();
  const frame = useRef<HTMLDivElement>(null);
  const { rows, days, capacity } = week;
  const totals = byDay(week);
  const step = ({ row, day }: Place, to: Step) => {
    const next = { row: row + MOVE[to].row, day: day + MOVE[to].day };
    frame.current?.querySelector<HTMLElement>(`[data-place="${next.row}:${next.day}"]`)?.focus();
  };
  const paste = (from: Place, text: string) => {
    const cells = readBlock(text).flatMap((line, down) =>
      line.flatMap((minutes, right): Cell[] => {
        const [row, on] = [rows[from.row + down], days[from.day + right]];
        return row?.can.write && on && minutes !== null ? [{ item_id: row.id, on, minutes }] : [];
      }),
    );
    if (cells.length > 0) onWrite(cells);
  };
  return (
    <div className={classes.frame} ref={frame}>
      <table className={classes.week}>
        <thead>
          <tr>
            <th className={classes.what}>{t("timesheet.item")}</th>
            {days.map((day, index) => (
              <th key={day} data-off={capacity[index] === 0 || undefined}>
                <span>{dayWords.short(day)}</span>
                <span className={classes.date}>{dayWords.day(day)}</span>
              </th>
            ))}
            <th>{t("timesheet.total")}</th>
            <th>{t("timesheet.left")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id}>
              <th className={classes.what} scope="row">
                <span className={classes.project}>{row.project.title}</span>
                <span className={classes.title}>
                  <KeyBadge value={row.key} />{" "}
                  <PeekLink kind="work_item" id={row.id} objectKey={row.key} c="inherit" fz="sm">
                    {row.title}
                  </PeekLink>
                </span>
              </th>
              {days.map((day, at) => (
                <td key={day} data-off={capacity[at] === 0 || undefined}>
                  <HourCell
                    name={t("timesheet.cell", { item: row.title, date: figures.date(day) })}
                    minutes={row.minutes[at] ?? 0}
                    planned={row.planned[at] ?? 0}
                    hasNote={Boolean(row.notes[at])}
                    canWrite={row.can.write === true}
                    place={{ row: index, day: at }}
                    onWrite={(minutes) => onWrite([{ item_id: row.id, on: day, minutes }])}
                    onStep={(to) => step({ row: index, day: at }, to)}
                    onFocus={() => onPlace({ row: index, day: at })}
                    onPaste={(text) => paste({ row: index, day: at }, text)}
                  />
                </td>
              ))}
              <td className={classes.sum}>{sumOf(sum(row.minutes))}</td>
              <td className={classes.sum}>{sumOf(row.remaining_minutes)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th className={classes.what} scope="row">
              {t("timesheet.total")}
              <Text span size="xs" c="dimmed" display="block">
                {t("timesheet.ofCapacity")}
              </Text>
            </th>
            {days.map((day, at) => (
              <Total key={day} minutes={totals[at] ?? 0} capacity={capacity[at] ?? 0} />
            ))}
            <Total minutes={sum(totals)} capacity={sum(capacity)} />
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Total({ minutes, capacity }: { minutes: number; capacity: number }) {
  const { t } = useTranslation();
  const isOver = minutes > capacity;
  return (
    <td className={classes.sum} data-over={isOver || undefined}>
      {isOver && <IconAlertTriangle size={12} aria-label={t("timesheet.over")} />} {sumOf(minutes)}
      <Text span size="xs" c="dimmed" display="block">
        {sumOf(capacity)}
      </Text>
    </td>
  );
}
