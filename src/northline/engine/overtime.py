"""Longer days for one resource, on a calendar of its own; days off stay off."""

from dataclasses import replace
from datetime import date, timedelta

from northline.engine.model import Calendar, CalendarException, Project, Resource, WorkInterval
from northline.engine.model.units import MINUTES_A_DAY


def longer_days(
    project: Project, resource: Resource, *, minutes: int, first: date, last: date
) -> Project | None:
    """The plan in which each working day of the resource from `first` to `last` ends so much later; None without any.

    >>> from datetime import datetime
    >>> from northline.engine.model import standard_calendar
    >>> shed = Project(id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     resources=(Resource(id="ann"),))
    >>> longer = longer_days(shed, shed.resources[0], minutes=120, first=date(2026, 3, 2), last=date(2026, 3, 8))
    >>> longer.calendars[1].exceptions[0].intervals[-1].end_minute
    1140
    """
    base = next(c for c in project.calendars if c.id == (resource.calendar or project.calendar))
    days = tuple(_longer(base, minutes, first, last))
    if not days:
        return None
    exceptions = (*base.exceptions, *days)
    calendar = replace(base, id=f"{base.id}+{minutes}:{resource.id}", exceptions=exceptions)
    people = tuple(replace(r, calendar=calendar.id) if r.id == resource.id else r for r in project.resources)
    return replace(project, calendars=(*project.calendars, calendar), resources=people)


def _longer(calendar: Calendar, minutes: int, first: date, last: date) -> list[CalendarException]:
    """Runs of days with the same longer hours; the calendar's own exceptions go before them."""
    made: list[CalendarException] = []
    for number in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(number)
        weeks = (w.week for w in calendar.weeks if w.first <= day <= w.last)
        hours = next(weeks, calendar.week)[day.weekday()]
        if not hours:
            continue
        end = min(hours[-1].end_minute + minutes, MINUTES_A_DAY)
        longer = (*hours[:-1], WorkInterval(hours[-1].start_minute, end))
        before = made[-1] if made else None
        if before is not None and before.last == day - timedelta(days=1) and before.intervals == longer:
            made[-1] = replace(before, last=day)
        else:
            made.append(CalendarException(day, day, longer, name="Overtime"))
    return made
