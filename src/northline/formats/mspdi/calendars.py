"""MSPDI calendars: weeks, exceptions old and new, work weeks, inheritance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from northline.engine.model import Calendar, CalendarException, WorkInterval, standard_calendar
from northline.formats.mspdi.records import Record
from northline.formats.mspdi.recurrence import DAILY, Recurrence, days_of
from northline.formats.mspdi.values import Fields, Warn, time_of_day

Hours = list[tuple[int, int]]  # from minute, to minute; past 1440 where they cross midnight


@dataclass(slots=True)
class OwnHours:
    """What one calendar says itself; a weekday that it does not mention comes from its base."""

    uid: str
    name: str
    base: str | None
    week: dict[int, Hours] = field(default_factory=dict)
    exceptions: list[tuple[date, date, Hours, str]] = field(default_factory=list)


def read_calendars(records: Iterable[Record], warn: Warn) -> dict[str, Calendar]:
    """All calendars by UID, with everything that they inherit written out."""
    own: dict[str, OwnHours] = {}
    for record in records:
        hours = _own_hours(record, warn)
        if hours.uid in own:
            warn(f"Calendar {hours.uid} comes twice; the first one was kept.")
        else:
            own[hours.uid] = hours
    return {uid: _resolved(uid, own, warn) for uid in own}


def _own_hours(record: Record, warn: Warn) -> OwnHours:
    fields = Fields(record, f"Calendar {record.text.get('UID', '?')}", warn)
    base = fields.text("BaseCalendarUID")
    own = OwnHours(fields.text("UID"), fields.text("Name"), base if base not in ("", "-1", "0") else None)
    new_style = record.all("Exceptions", "Exception")
    for day in record.all("WeekDays", "WeekDay"):
        number = Fields(day, fields.who, warn).integer("DayType")
        if 1 <= number <= 7:
            own.week[(number - 2) % 7] = _hours(day, fields.who, warn)
        elif not new_style:
            _old_exception(day, own, fields.who, warn)
    for exception in new_style:
        _new_exception(exception, own, fields.who, warn)
    for week in record.all("WorkWeeks", "WorkWeek"):
        _work_week(week, own, fields.who, warn)
    return own


def _hours(day: Record, who: str, warn: Warn) -> Hours:
    """Working hours of a day; none if it is not worked."""
    fields = Fields(day, who, warn)
    times = day.all("WorkingTimes", "WorkingTime")
    if not fields.flag("DayWorking", default=bool(times)):
        return []
    hours: Hours = []
    for pair in times:
        start, end = (time_of_day(pair.text.get(tag, "")) for tag in ("FromTime", "ToTime"))
        if start is None or end is None:
            if pair.text:
                warn(f"{who}: working hours without a proper beginning and end were left out.")
            continue
        hours.append((start, end if end > start else end + 1440))
    return hours


def _period(record: Record, who: str, warn: Warn) -> tuple[date, date] | None:
    for span in record.all("TimePeriod"):
        fields = Fields(span, who, warn)
        first, last = fields.moment("FromDate"), fields.moment("ToDate")
        if first is not None and last is not None and first <= last:
            return first.date(), last.date()
    warn(f"{who}: an exception without proper dates was left out.")
    return None


def _old_exception(day: Record, own: OwnHours, who: str, warn: Warn) -> None:
    span = _period(day, who, warn)
    if span is not None:
        own.exceptions.append((*span, _hours(day, who, warn), ""))


def _new_exception(record: Record, own: OwnHours, who: str, warn: Warn) -> None:
    span = _period(record, who, warn)
    if span is None:
        return
    fields = Fields(record, who, warn)
    hours, name = _hours(record, who, warn), fields.text("Name")
    kind, every = fields.integer("Type", DAILY), fields.integer("Period", 1)
    if kind == DAILY and every <= 1:
        own.exceptions.append((*span, hours, name))
        return
    by_count = fields.flag("EnteredByOccurrences")
    rule = Recurrence(
        kind,
        *span,
        every=every,
        days_of_week=fields.integer("DaysOfWeek"),
        item=fields.integer("MonthItem"),
        place=fields.integer("MonthPosition"),
        month=fields.integer("Month"),
        month_day=fields.integer("MonthDay", 1),
        occurrences=max(0, fields.integer("Occurrences")) if by_count else 0,
    )
    days = days_of(rule)
    if days is None:
        warn(f"{who}: the recurring exception “{name}” is of an unknown kind ({kind}) and was left out.")
    own.exceptions += [(day, day, hours, name) for day in days or ()]


def _work_week(record: Record, own: OwnHours, who: str, warn: Warn) -> None:
    """A week that differs for a time: one exception per day that it mentions."""
    span = _period(record, who, warn)
    week = {}
    for day in record.all("WeekDays", "WeekDay"):
        number = Fields(day, who, warn).integer("DayType")
        if 1 <= number <= 7:
            week[(number - 2) % 7] = _hours(day, who, warn)
    if span is None or not week:
        return
    length = min((span[1] - span[0]).days + 1, 3660)
    name = record.text.get("Name", "")
    for day_off in (span[0] + timedelta(days=n) for n in range(length)):
        if day_off.weekday() in week:
            own.exceptions.append((day_off, day_off, week[day_off.weekday()], name))


def _resolved(uid: str, own: dict[str, OwnHours], warn: Warn) -> Calendar:
    """A calendar with its bases' hours and exceptions filled in; its own come first."""
    chain: list[OwnHours] = []
    here: str | None = uid
    while here is not None and here in own and own[here] not in chain:
        chain.append(own[here])
        here = own[here].base
    if here is not None:
        warn(f"Calendar {uid} rests on calendar {here}, which is missing or rests on it in turn.")
    week: dict[int, Hours] = {}
    for level in reversed(chain):
        week |= level.week
    exceptions = [e for level in chain for e in level.exceptions]
    name = chain[0].name or f"Calendar {uid}"
    return Calendar(uid, name, _whole_week(week), _split_exceptions(exceptions))


def _whole_week(week: dict[int, Hours]) -> tuple[tuple[WorkInterval, ...], ...]:
    if not week:
        return standard_calendar().week
    days: list[Hours] = [[] for _ in range(7)]
    for number, hours in week.items():
        for start, end in hours:
            days[number].append((start, min(end, 1440)))
            if end > 1440:
                days[(number + 1) % 7].append((0, end - 1440))
    return tuple(_intervals(day) for day in days)


def _split_exceptions(
    exceptions: Sequence[tuple[date, date, Hours, str]],
) -> tuple[CalendarException, ...]:
    """Exceptions as values; hours past midnight are cut off where the exception ends."""
    made = []
    for first, last, hours, name in exceptions:
        today = [(start, min(end, 1440)) for start, end in hours]
        over = [(0, end - 1440) for _, end in hours if end > 1440]
        if over and last > first:
            made.append(CalendarException(first, first, _intervals(today), name))
            first = first + timedelta(days=1)  # noqa: PLW2901  the night's second half works from day two
            today += over
        made.append(CalendarException(first, last, _intervals(today), name))
    return tuple(made)


def _intervals(hours: Hours) -> tuple[WorkInterval, ...]:
    joined: list[list[int]] = []
    for start, end in sorted(hours):
        if joined and start <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    return tuple(WorkInterval(start, end) for start, end in joined)
