"""Calendars on their way out: weeks that hold for a time and recurring days are spelled out day by day."""

from datetime import date, datetime, timedelta

from northline.engine.model import Calendar, CalendarException, Project, Week, WorkInterval
from northline.formats.xer.clndr_data import text_of
from northline.formats.xer.sheets import Sheets
from northline.formats.xer.values import flag, hours
from northline.formats.xer.writing import Ids

MOST_DAYS = 4_000  # of one exception or week: over ten years
BEFORE, AFTER = timedelta(days=730), timedelta(days=3_000)
FULL_DAY = (WorkInterval(0, 1440),)


def write_calendars(project: Project, ids: Ids, sheets: Sheets) -> None:
    """All calendars; the clock itself is one more where tasks last time on the clock."""
    for calendar in project.calendars:
        own = calendar.id == project.calendar
        days = _odd_days(calendar, project.start.date())
        day = project.minutes_per_day if own else _usual_day(calendar.week)
        week = project.minutes_per_week if own else _week_minutes(calendar.week)
        _add(sheets, ids.calendars[calendar.id], calendar.name, calendar.week, days, (day, week), default=own)
    if ids.clock is not None:
        _add(sheets, ids.clock, "24 hours", (FULL_DAY,) * 7, {}, (1440, 10080), default=False)


def _add(
    sheets: Sheets,
    number: str,
    name: str,
    week: Week,
    days: dict[date, tuple[WorkInterval, ...]],
    length: tuple[int, int],
    *,
    default: bool,
) -> None:
    sheets.add(
        "CALENDAR",
        clndr_id=number, default_flag=flag(default), clndr_name=name, clndr_type="CA_Base",
        day_hr_cnt=hours(length[0]), week_hr_cnt=hours(length[1]), month_hr_cnt=hours(length[1] * 4),
        year_hr_cnt=hours(length[1] * 52), rsrc_private="N", clndr_data=text_of(week, days),
    )  # fmt: skip


def _odd_days(calendar: Calendar, start: date) -> dict[date, tuple[WorkInterval, ...]]:
    """Every exceptional day with its hours: the first exception that covers it wins, then the first week."""
    found: dict[date, tuple[WorkInterval, ...]] = {}
    for exception in calendar.exceptions:
        for day in _days_of(exception, start):
            found.setdefault(day, exception.intervals)
    for span in calendar.weeks:
        for day in _between(span.first, span.last, start):
            found.setdefault(day, span.week[day.weekday()])
    return found


def _days_of(exception: CalendarException, start: date) -> list[date]:
    if not exception.rule:
        return _between(exception.first, exception.last, start)
    from dateutil.rrule import rrulestr  # noqa: PLC0415  few calendars have rules, and all would pay for it

    first, last = _clipped(exception.first, exception.last, start)
    dates = rrulestr(exception.rule, dtstart=datetime.combine(exception.first, datetime.min.time()))
    begin, end = (datetime.combine(day, clock) for day, clock in ((first, datetime.min.time()), (last, datetime.max.time())))  # fmt: skip
    return [moment.date() for moment in dates.between(begin, end, inc=True)]


def _between(first: date, last: date, start: date) -> list[date]:
    first, last = _clipped(first, last, start)
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _clipped(first: date, last: date, start: date) -> tuple[date, date]:
    """A stretch as it stands, or what matters of a very long one: from two years before the plan's start."""
    if (last - first).days <= MOST_DAYS:
        return first, last
    first = max(first, start - BEFORE)
    return first, min(last, max(first, start) + AFTER)


def _usual_day(week: Week) -> int:
    """The longest day of a week, in minutes."""
    return max(sum(i.end_minute - i.start_minute for i in day) for day in week)


def _week_minutes(week: Week) -> int:
    return sum(i.end_minute - i.start_minute for day in week for i in day)
