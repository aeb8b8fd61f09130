"""MSPDI calendars: weeks, exceptions old and new, work weeks, inheritance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from northline.engine.model import (
    Calendar,
    CalendarException,
    Week,
    WorkInterval,
    WorkWeek,
    standard_calendar,
)
from northline.formats.mspdi.records import Record
from northline.formats.mspdi.recurrence import DAILY, Recurrence, days_of, rule_of
from northline.formats.mspdi.values import Fields, Warn, time_of_day

Hours = list[tuple[int, int]]  # from minute, to minute; past 1440 where they cross midnight
Span = tuple[date, date]


@dataclass(slots=True)
class OwnException:
    """An exception as one calendar says it; `rule` as in RFC 5545."""

    first: date
    last: date
    hours: Hours
    name: str
    rule: str = ""


@dataclass(slots=True)
class OwnHours:
    """What one calendar says itself; a weekday that it does not mention comes from its base."""

    uid: str
    name: str
    base: str | None
    week: dict[int, Hours] = field(default_factory=dict)
    exceptions: list[OwnException] = field(default_factory=list)
    weeks: list[tuple[Span, dict[int, Hours], str]] = field(default_factory=list)


@dataclass(slots=True)
class Calendars:
    """All calendars by UID, with everything that they inherit written out.

    `same` maps a calendar that only repeats its base, as every resource of Microsoft Project has one, to that
    base.
    """

    made: dict[str, Calendar]
    same: dict[str, str]

    def find(self, uid: str) -> str | None:
        """The id of the calendar that a UID means, None if there is none."""
        uid = self.same.get(uid, uid)
        return uid if uid in self.made else None


def read_calendars(records: Iterable[Record], warn: Warn) -> Calendars:
    """All calendars; one that says nothing of its own is its base."""
    own: dict[str, OwnHours] = {}
    for record in records:
        hours = _own_hours(record, warn)
        if hours.uid in own:
            warn(f"Calendar {hours.uid} comes twice; the first one was kept.")
        else:
            own[hours.uid] = hours
    chains = {uid: _chain(uid, own, warn) for uid in own}
    same = {}
    for uid, chain in chains.items():
        stated = next((o for o in chain if o.week or o.exceptions or o.weeks), chain[-1])
        if stated.uid != uid:
            same[uid] = stated.uid
    return Calendars({uid: _resolved(chain) for uid, chain in chains.items() if uid not in same}, same)


def _own_hours(record: Record, warn: Warn) -> OwnHours:
    fields = Fields(record, f"Calendar {record.text.get('UID', '?')}", warn)
    base = fields.text("BaseCalendarUID")
    own = OwnHours(fields.text("UID"), fields.verbatim("Name"), base if base not in ("", "-1", "0") else None)
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


def _period(record: Record, who: str, warn: Warn) -> Span | None:
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
        own.exceptions.append(OwnException(*span, _hours(day, who, warn), ""))


def _new_exception(record: Record, own: OwnHours, who: str, warn: Warn) -> None:
    span = _period(record, who, warn)
    if span is None:
        return
    fields = Fields(record, who, warn)
    hours, name = _hours(record, who, warn), fields.verbatim("Name")
    kind, every = fields.integer("Type", DAILY), fields.integer("Period", 1)
    if kind == DAILY and every <= 1:
        own.exceptions.append(OwnException(*span, hours, name))
        return
    recurrence = _recurrence(fields, kind, every, span)
    rule = rule_of(recurrence)
    if rule and not any(end > 1440 for _, end in hours):
        own.exceptions.append(OwnException(*span, hours, name, rule))
        return
    days = days_of(recurrence)
    if days is None:
        warn(f"{who}: the recurring exception “{name}” is of an unknown kind ({kind}) and was left out.")
    own.exceptions += [OwnException(day, day, hours, name) for day in days or ()]


def _recurrence(fields: Fields, kind: int, every: int, span: Span) -> Recurrence:
    by_count = fields.flag("EnteredByOccurrences")
    return Recurrence(
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


def _work_week(record: Record, own: OwnHours, who: str, warn: Warn) -> None:
    """A week that differs for a time; days that it does not mention are as ever."""
    span = _period(record, who, warn)
    week = {}
    for day in record.all("WeekDays", "WeekDay"):
        number = Fields(day, who, warn).integer("DayType")
        if 1 <= number <= 7:
            week[(number - 2) % 7] = _hours(day, who, warn)
    if span is not None and week:
        own.weeks.append((span, week, Fields(record, who, warn).verbatim("Name")))


def _chain(uid: str, own: dict[str, OwnHours], warn: Warn) -> list[OwnHours]:
    """A calendar and its bases, itself first."""
    chain: list[OwnHours] = []
    here: str | None = uid
    while here is not None and here in own and own[here] not in chain:
        chain.append(own[here])
        here = own[here].base
    if here is not None:
        warn(f"Calendar {uid} rests on calendar {here}, which is missing or rests on it in turn.")
    return chain


def _resolved(chain: list[OwnHours]) -> Calendar:
    """A calendar with its bases' hours, weeks and exceptions filled in; its own come first."""
    week: dict[int, Hours] = {}
    for level in reversed(chain):
        week |= level.week
    usual = week or _standard_hours()
    weeks = []
    for number, level in enumerate(chain):
        nearer = {day: hours for below in reversed(chain[:number]) for day, hours in below.week.items()}
        for span, days, name in level.weeks:
            weeks.append(WorkWeek(*span, _whole_week(usual | days | nearer), name))
    exceptions = [e for level in chain for e in level.exceptions]
    name = chain[0].name or f"Calendar {chain[0].uid}"
    return Calendar(chain[0].uid, name, _whole_week(usual), _split_exceptions(exceptions), tuple(weeks))


def _standard_hours() -> dict[int, Hours]:
    week = standard_calendar().week
    return {day: [(i.start_minute, i.end_minute) for i in hours] for day, hours in enumerate(week)}


def _whole_week(week: dict[int, Hours]) -> Week:
    days: list[Hours] = [[] for _ in range(7)]
    for number, hours in week.items():
        for start, end in hours:
            days[number].append((start, min(end, 1440)))
            if end > 1440:
                days[(number + 1) % 7].append((0, end - 1440))
    return tuple(_intervals(day) for day in days)


def _split_exceptions(exceptions: Sequence[OwnException]) -> tuple[CalendarException, ...]:
    """Exceptions as values; hours past midnight are cut off where the exception ends."""
    made = []
    for e in exceptions:
        first, today = e.first, [(start, min(end, 1440)) for start, end in e.hours]
        over = [(0, end - 1440) for _, end in e.hours if end > 1440]
        if over and e.last > first:
            made.append(CalendarException(first, first, _intervals(today), e.name))
            first = first + timedelta(days=1)
            today += over
        made.append(CalendarException(first, e.last, _intervals(today), e.name, e.rule))
    return tuple(made)


def _intervals(hours: Hours) -> tuple[WorkInterval, ...]:
    """Hours in order; those that overlap are joined, those that touch stay as they were written."""
    joined: list[list[int]] = []
    for start, end in sorted(hours):
        if joined and start < joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    return tuple(WorkInterval(start, end) for start, end in joined)
