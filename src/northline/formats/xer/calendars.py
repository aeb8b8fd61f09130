"""XER calendars: their week, their exceptional days, and what they take over from a base."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from northline.engine.model import (
    MINUTES_A_DAY,
    Calendar,
    CalendarException,
    Week,
    WorkInterval,
    standard_calendar,
)
from northline.formats.xer.clndr_data import Hours, Told, told_by
from northline.formats.xer.tables import Record, Warn
from northline.formats.xer.values import Row

ONE_DAY = timedelta(days=1)
LAST_DAY = date(2999, 12, 31)


@dataclass(slots=True)
class Calendars:
    """All calendars by `clndr_id`, and the one that the file calls its default."""

    made: dict[str, Calendar] = field(default_factory=dict)
    default: str = ""


def read_calendars(records: Iterable[Record], *, project: str, warn: Warn) -> Calendars:
    """The calendars that a project can use: global ones, those of resources, its own."""
    rows: dict[str, Row] = {}
    found = Calendars()
    for record in records:
        row = Row(record, f"Calendar {record.get('clndr_id', '?')}", warn)
        uid = row.text("clndr_id")
        if not uid or uid in rows:
            warn(f"{row.who} has {'a repeated' if uid else 'no'} number and was left out.")
        elif row.text("proj_id") in ("", project):
            rows[uid] = row
            if row.flag("default_flag"):
                found.default = found.default or uid
    told = {uid: _told(row, warn) for uid, row in rows.items()}
    for uid, row in rows.items():
        chain = [told[step] for step in _chain(uid, rows)]
        found.made[uid] = _calendar(uid, row.verbatim("clndr_name"), chain)
    return found


def _told(row: Row, warn: Warn) -> Told:
    told = told_by(row.raw.get("clndr_data", ""))
    if not told.whole:
        warn(f"{row.who}: some of its hours could not be read and were left out.")
    return told


def _chain(uid: str, rows: Mapping[str, Row]) -> list[str]:
    """A calendar and its bases, itself first."""
    chain: list[str] = []
    while uid in rows and uid not in chain:
        chain.append(uid)
        uid = rows[uid].text("base_clndr_id")
    return chain


def _calendar(uid: str, name: str, chain: list[Told]) -> Calendar:
    """A calendar with its bases' hours and days filled in; its own come first."""
    week: dict[int, Hours] = {}
    days: dict[date, Hours] = {}
    for level in reversed(chain):
        week |= level.week
        days |= level.days
    return Calendar(uid, name, _week(week) if week else standard_calendar().week, _exceptions(days))


def _week(told: dict[int, Hours]) -> Week:
    """Hours by weekday; what goes past midnight is the next day's."""
    days: list[Hours] = [[] for _ in range(7)]
    for day, hours in told.items():
        for start, end in hours:
            days[day].append((start, min(end, MINUTES_A_DAY)))
            if end > MINUTES_A_DAY:
                days[(day + 1) % 7].append((0, end - MINUTES_A_DAY))
    return tuple(_intervals(day) for day in days)


def _exceptions(told: dict[date, Hours]) -> tuple[CalendarException, ...]:
    """Exceptional days in order; those that follow each other with the same hours are one exception."""
    made: list[CalendarException] = []
    for day in sorted(told):
        if day > LAST_DAY:
            break
        # Hours past midnight end with the exceptional day: the day after keeps its own.
        hours = _intervals([(start, min(end, MINUTES_A_DAY)) for start, end in told[day]])
        last = made[-1] if made else None
        if last is not None and last.last + ONE_DAY == day and last.intervals == hours:
            made[-1] = CalendarException(last.first, day, hours)
        else:
            made.append(CalendarException(day, day, hours))
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
