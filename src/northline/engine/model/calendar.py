"""Working time as values: intervals, exceptions, weeks, calendars."""

from dataclasses import dataclass
from datetime import date

from northline.engine.checks import refuse_bad_rule, refuse_overlap
from northline.engine.errors import BadCalendar
from northline.engine.model.units import MINUTES_A_DAY


@dataclass(frozen=True, slots=True)
class WorkInterval:
    """Working time within one day, from `start_minute` up to `end_minute` after midnight (0 to 1440)."""

    start_minute: int
    end_minute: int

    def __post_init__(self) -> None:
        if not 0 <= self.start_minute < self.end_minute <= MINUTES_A_DAY:
            raise BadCalendar(
                f"Working hours {self.start_minute}-{self.end_minute} do not lie within one day."
            )


@dataclass(frozen=True, slots=True)
class CalendarException:
    """Days `first` to `last` (both included) on which `intervals` replace the weekly hours; none: a day
    off.

    `rule` is an RFC 5545 recurrence rule without its `RRULE:` ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24"), which
    picks the days between `first` and `last`; without one the exception covers them all.
    """

    first: date
    last: date
    intervals: tuple[WorkInterval, ...] = ()
    name: str = ""
    rule: str = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise BadCalendar(f"Exception {self.name!r} ends on {self.last}, before {self.first}.")
        refuse_overlap(self.intervals, self.name)
        refuse_bad_rule(self.rule, self.name)


Week = tuple[tuple[WorkInterval, ...], ...]


@dataclass(frozen=True, slots=True)
class WorkWeek:
    """Weekly hours, Monday first, that hold from `first` to `last` (both included) instead of the calendar's
    own."""

    first: date
    last: date
    week: Week
    name: str = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise BadCalendar(f"Week {self.name!r} ends on {self.last}, before {self.first}.")
        refuse_bad_week(self.week, self.name)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working time: a week of intervals, Monday first, `weeks` that replace it for a time, and exceptions.

    Of several exceptions, or of several weeks, that cover a day the first wins; exceptions go before weeks.

    >>> standard_calendar("std").week[0]
    (WorkInterval(start_minute=480, end_minute=720), WorkInterval(start_minute=780, end_minute=1020))
    """

    id: str
    name: str
    week: Week
    exceptions: tuple[CalendarException, ...] = ()
    weeks: tuple[WorkWeek, ...] = ()

    def __post_init__(self) -> None:
        refuse_bad_week(self.week, self.name, self.id)


def refuse_bad_week(week: Week, name: str, calendar_id: str = "") -> None:
    """Raise BadCalendar unless the week has seven days of ordered, separate intervals."""
    if len(week) != 7:
        ids = [calendar_id] if calendar_id else []
        raise BadCalendar(f"Calendar {name!r} has {len(week)} week days, not 7.", ids=ids)
    for day in week:
        refuse_overlap(day, name)


def standard_calendar(calendar_id: str = "standard", name: str = "Standard") -> Calendar:
    """Monday to Friday, 08:00 to 12:00 and 13:00 to 17:00."""
    day = (WorkInterval(480, 720), WorkInterval(780, 1020))
    return Calendar(calendar_id, name, (day,) * 5 + ((), ()))
