"""Calendars: whole weeks, exceptions, work weeks."""

from collections.abc import Iterable
from datetime import date, datetime, time
from itertools import islice

from dateutil.rrule import rrulestr

from northline.engine.model import Calendar, CalendarException, Week, WorkInterval
from northline.formats.mspdi.recurrence import Recurrence, recurrence_of
from northline.formats.mspdi.writing.xml import clock, element, flag, group

MOST_DAYS = 5_000


def calendar(item: Calendar) -> str:
    """One calendar, resting on none."""
    head = element("UID", item.id) + element("Name", item.name) + element("IsBaseCalendar", 1)
    exceptions = "".join(_exception(e) for e in item.exceptions)
    weeks = "".join(
        f"<WorkWeek>{_period(w.first, w.last)}{element('Name', w.name)}{_week(w.week)}</WorkWeek>"
        for w in item.weeks
    )
    inside = head + element("BaseCalendarUID", -1) + _week(item.week)
    return group("Calendar", inside + group("Exceptions", exceptions) + group("WorkWeeks", weeks))


def _week(week: Week) -> str:
    days = "".join(
        f"<WeekDay>{element('DayType', (number + 1) % 7 + 1)}{_hours(week[number])}</WeekDay>"
        for number in (6, 0, 1, 2, 3, 4, 5)
    )
    return group("WeekDays", days)


def _hours(intervals: Iterable[WorkInterval]) -> str:
    times = "".join(
        f"<WorkingTime>{element('FromTime', clock(i.start_minute))}"
        f"{element('ToTime', clock(i.end_minute))}</WorkingTime>"
        for i in intervals
    )
    return element("DayWorking", flag(times)) + group("WorkingTimes", times)


def _exception(item: CalendarException) -> str:
    if not item.rule:
        return _dated(item, Recurrence(1, item.first, item.last))
    found = recurrence_of(item.rule, item.first, item.last)
    if found is not None:
        return _dated(item, found)
    # A rule that this format cannot say: its days one by one.
    first = datetime.combine(item.first, time())
    days = rrulestr(item.rule, dtstart=first).between(first, datetime.combine(item.last, time()), inc=True)
    return "".join(
        _dated(item, Recurrence(1, d.date(), d.date()), day=d.date()) for d in islice(days, MOST_DAYS)
    )


def _dated(item: CalendarException, r: Recurrence, *, day: date | None = None) -> str:
    first, last = (day, day) if day else (item.first, item.last)
    parts = [
        element("EnteredByOccurrences", flag(r.occurrences)),
        _period(first, last),
        element("Occurrences", r.occurrences or 1),
        element("Name", item.name),
        element("Type", r.kind),
    ]
    if r.kind != 1:
        parts += [
            element("Period", r.every),
            element("DaysOfWeek", r.days_of_week),
            element("MonthItem", r.item),
            element("MonthPosition", r.place),
            element("Month", r.month),
            element("MonthDay", r.month_day),
        ]
    return group("Exception", "".join(parts) + _hours(item.intervals))


def _period(first: date, last: date) -> str:
    start, finish = f"{first.isoformat()}T00:00:00", f"{last.isoformat()}T23:59:00"
    return f"<TimePeriod>{element('FromDate', start)}{element('ToDate', finish)}</TimePeriod>"
