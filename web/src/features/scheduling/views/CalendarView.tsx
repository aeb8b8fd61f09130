import { ActionIcon, Button, Group, SegmentedControl } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "@/features/core/useLocale";
import { hoursOf } from "@/features/core/workingTime";
import { DAY, dateOf, minuteOf, nowMinute } from "@/timeline/geometry/time";
import { momentOf } from "@/ui/words/figures";
import type { Plan, PlanItem } from "../plan";
import type { OnPlanView } from "../view";
import classes from "./Calendar.module.css";
import { CalendarWeek } from "./CalendarWeek";
import { ItemsTable } from "./ItemsTable";
import { LookFrame } from "./LookFrame";
import { daysOf, monthBeside, monthShown, weeksOf } from "./month";

interface Props {
  plan: Plan;
  month: string | undefined;
  onView: OnPlanView;
  onOpen: (id: string) => void;
}

const KINDS = ["all", "critical", "milestones"] as const;
type Kind = (typeof KINDS)[number];

/** The plan on the days of a month. */
export default function CalendarView({ plan, month: asked, onView, onOpen }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [kind, setKind] = useState<Kind>("all");
  const { project, calendars } = plan;
  const today = dateOf(nowMinute());
  const month = monthShown(asked, project, nowMinute());
  const items = useMemo(() => plan.items.filter((item) => isShown(item, kind)), [plan, kind]);
  const weeks = useMemo(() => weeksOf(month, items), [month, items]);
  const hours = useMemo(
    () => hoursOf(calendars.find(({ id }) => id === project.calendar_id)),
    [calendars, project.calendar_id],
  );
  const name = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric" }).format(
    momentOf(`${month}-01`),
  );
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "short" });
  const go = (months: number) => onView({ month: monthBeside(month, months) });
  return (
    <LookFrame
      title={name}
      tools={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t("planLook.which")}
            value={kind}
            onChange={(next) => setKind(next as Kind)}
            data={KINDS.map((value) => ({ value, label: t(`planLook.kinds.${value}`) }))}
          />
          <Group gap={4}>
            <ActionIcon variant="default" aria-label={t("planLook.earlier")} onClick={() => go(-1)}>
              <IconChevronLeft size={16} aria-hidden />
            </ActionIcon>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => onView({ month: today.slice(0, 7) })}
            >
              {t("planLook.today")}
            </Button>
            <ActionIcon variant="default" aria-label={t("planLook.later")} onClick={() => go(1)}>
              <IconChevronRight size={16} aria-hidden />
            </ActionIcon>
          </Group>
        </>
      }
      picture={
        <div className={classes.month}>
          <div className={classes.weekdays} aria-hidden>
            {weeks[0]?.days.map((day) => (
              <span key={day}>{weekday.format(momentOf(day))}</span>
            ))}
          </div>
          {weeks.map((week) => (
            <CalendarWeek
              key={week.days[0]}
              week={week}
              month={month}
              today={today}
              isWorking={(day) => hours(minuteOf(day)).length > 0}
              itemsOn={(day) => items.filter((item) => isOn(item, day))}
              onOpen={onOpen}
            />
          ))}
        </div>
      }
      table={
        <ItemsTable plan={plan} items={items.filter((item) => isIn(item, month))} onOpen={onOpen} />
      }
      isEmpty={false}
    />
  );
}

function isShown({ type, schedule }: PlanItem, kind: Kind): boolean {
  if (type === "summary") return false;
  if (kind === "milestones") return type === "milestone";
  return kind === "all" || schedule?.critical === true;
}

function isOn(item: PlanItem, day: string): boolean {
  const days = daysOf(item);
  const at = minuteOf(day);
  return days !== null && days.first <= at && at <= days.last;
}

function isIn(item: PlanItem, month: string): boolean {
  const days = daysOf(item);
  const end = minuteOf(`${monthBeside(month, 1)}-01`) - DAY;
  return days !== null && days.first <= end && days.last >= minuteOf(`${month}-01`);
}
