import { Popover, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { ItemTitle } from "../ItemTitle";
import type { PlanItem } from "../plan";
import classes from "./Calendar.module.css";
import type { Bar, Week } from "./month";
import shared from "./Views.module.css";

interface Props {
  week: Week;
  month: string;
  today: string;
  isWorking: (day: string) => boolean;
  itemsOn: (day: string) => PlanItem[];
  onOpen: (id: string) => void;
}

/** Seven days with the items that fall on them. */
export function CalendarWeek({ week, month, today, isWorking, itemsOn, onOpen }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  return (
    <div
      className={classes.week}
      style={{ gridTemplateRows: `24px repeat(${week.lanes}, var(--lane)) minmax(24px, 1fr)` }}
    >
      {week.days.map((day, index) => (
        <div
          key={day}
          className={classes.day}
          style={{ gridColumn: index + 1 }}
          data-free={!isWorking(day) || undefined}
          data-outside={!day.startsWith(month) || undefined}
        >
          <span className={classes.number} data-today={day === today || undefined}>
            <span aria-hidden>{Number(day.slice(8))}</span>
            <VisuallyHidden>{figures.date(day)}</VisuallyHidden>
          </span>
        </div>
      ))}
      {week.bars.map((bar) => (
        <ItemBar key={bar.item.id} bar={bar} onOpen={onOpen} />
      ))}
      {week.more.map(
        (count, index) =>
          count > 0 && (
            <Popover key={week.days[index]} width={280} withinPortal>
              <Popover.Target>
                <UnstyledButton
                  className={classes.more}
                  style={{ gridColumn: index + 1, gridRow: week.lanes + 2 }}
                >
                  {t("planLook.more", { count })}
                </UnstyledButton>
              </Popover.Target>
              <Popover.Dropdown className={classes.all}>
                {itemsOn(week.days[index] ?? "").map((item) => (
                  <UnstyledButton key={item.id} fz="sm" onClick={() => onOpen(item.id)}>
                    <ItemTitle item={item} />
                  </UnstyledButton>
                ))}
              </Popover.Dropdown>
            </Popover>
          ),
      )}
    </div>
  );
}

function ItemBar({ bar, onOpen }: { bar: Bar; onOpen: Props["onOpen"] }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { item, from, to, lane } = bar;
  const { schedule } = item;
  if (!schedule) return null;
  const span =
    item.type === "milestone"
      ? figures.date(schedule.start)
      : `${figures.date(schedule.start)} – ${figures.date(schedule.finish)}`;
  return (
    <button
      type="button"
      className={classes.bar}
      style={{ gridColumn: `${from + 1} / ${to + 2}`, gridRow: lane + 2 }}
      data-kind={item.type}
      data-critical={schedule.critical || undefined}
      data-comes={bar.comes || undefined}
      data-goes={bar.goes || undefined}
      title={`${item.title}, ${span}`}
      aria-label={`${item.title}, ${span}${schedule.critical ? `, ${t("item.critical")}` : ""}`}
      onClick={() => onOpen(item.id)}
    >
      {item.type === "milestone" && <span aria-hidden className={shared.diamond} />}
      <span className={classes.barTitle}>
        <ItemTitle item={item} />
      </span>
    </button>
  );
}
